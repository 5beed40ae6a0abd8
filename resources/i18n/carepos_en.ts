<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n purchase(s)</source>
        <translation>
            <numerusform>%n purchase</numerusform>
            <numerusform>%n purchases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s)</source>
        <translation>
            <numerusform>%n promise</numerusform>
            <numerusform>%n promises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n complaint(s)</source>
        <translation>
            <numerusform>%n complaint</numerusform>
            <numerusform>%n complaints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rating(s)</source>
        <translation>
            <numerusform>%n rating</numerusform>
            <numerusform>%n ratings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerCard</name>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> %n month(s) with us</source>
        <translation>
            <numerusform> %n month with us</numerusform>
            <numerusform> %n months with us</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) with us</source>
        <translation>
            <numerusform>%n month with us</numerusform>
            <numerusform>%n months with us</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayPage</name>
    <message numerus="yes">
        <source>What needs a look %n</source>
        <translation>
            <numerusform>What needs a look %n</numerusform>
            <numerusform>What needs a look %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything %n</source>
        <translation>
            <numerusform>Everything %n</numerusform>
            <numerusform>Everything %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Points, 30 days %n</source>
        <translation>
            <numerusform>Points, 30 days %n</numerusform>
            <numerusform>Points, 30 days %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dots</name>
    <message numerus="yes">
        <source>%n digit(s) typed</source>
        <translation>
            <numerusform>%n digit typed</numerusform>
            <numerusform>%n digits typed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message numerus="yes">
        <source>Bring in %Ln row(s)</source>
        <translation>
            <numerusform>Bring in %Ln row</numerusform>
            <numerusform>Bring in %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenComplaint</name>
    <message numerus="yes">
        <source>%n more complaint(s)</source>
        <translation>
            <numerusform>%n more complaint</numerusform>
            <numerusform>%n more complaints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RejectedCard</name>
    <message numerus="yes">
        <source>%Ln row(s) left out</source>
        <translation>
            <numerusform>%Ln row left out</numerusform>
            <numerusform>%Ln rows left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SayingCard</name>
    <message numerus="yes">
        <source>rested %n day(s)</source>
        <translation>
            <numerusform>rested %n day</numerusform>
            <numerusform>rested %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message numerus="yes">
        <source>About %n more visit(s) like your last ones</source>
        <translation>
            <numerusform>About %n more visit like your last ones</numerusform>
            <numerusform>About %n more visits like your last ones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Good for %n month(s) after your last visit, to that month&apos;s end</source>
        <translation>
            <numerusform>Good for %n month after your last visit, to that month&apos;s end</numerusform>
            <numerusform>Good for %n months after your last visit, to that month&apos;s end</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Good for %n month(s), to that month&apos;s end</source>
        <translation>
            <numerusform>Good for %n month, to that month&apos;s end</numerusform>
            <numerusform>Good for %n months, to that month&apos;s end</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Column</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
</TS>
