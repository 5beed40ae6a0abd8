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
