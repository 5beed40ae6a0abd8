<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>ActionBar</name>
    <message>
        <source>Esc: next customer</source>
        <translation>Esc で次のお客様へ</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>評価</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>苦情を記録</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>約束</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>お便り</translation>
    </message>
    <message>
        <source>Get a rating</source>
        <translation>評価をお願いする</translation>
    </message>
    <message>
        <source>Their page</source>
        <translation>お客様に見せる</translation>
    </message>
</context>
<context>
    <name>AlikeBox</name>
    <message>
        <source>Somebody with this phone is here already. A relative? Just register.</source>
        <translation>同じ電話番号の方がいらっしゃいます。ご家族なら、このまま登録できます。</translation>
    </message>
    <message>
        <source>This card belongs to somebody already.</source>
        <translation>このカードは、すでにお使いの方がいらっしゃいます。</translation>
    </message>
    <message>
        <source>Somebody with this reading and birthday is here already.</source>
        <translation>お名前の読みと誕生日が同じ方がいらっしゃいます。</translation>
    </message>
</context>
<context>
    <name>AnotherWaySheet</name>
    <message>
        <source>Another way</source>
        <translation>別案</translation>
    </message>
    <message>
        <source>What we offer instead, and why</source>
        <translation>代わりにできることと、その理由</translation>
    </message>
    <message>
        <source>The customer&apos;s own words</source>
        <translation>お客様のことば（そのまま）</translation>
    </message>
    <message>
        <source>Staff read this with the complaint, so write it as it may be said.</source>
        <translation>スタッフが苦情と一緒に読みます。そのままお伝えできることばで書いてください。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>返事する</translation>
    </message>
    <message>
        <source>Answered: another way</source>
        <translation>別案で返事しました</translation>
    </message>
</context>
<context>
    <name>AskedFacts</name>
    <message>
        <source>If you know this, there is more to say</source>
        <translation>わかることを入れると、言えることが増えます</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>品名</translation>
    </message>
    <message>
        <source>Similar item</source>
        <translation>似た品</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>金額</translation>
    </message>
</context>
<context>
    <name>Balance</name>
    <message>
        <source>{points} more for a {reward}</source>
        <translation>あと {points} で {reward}</translation>
    </message>
    <message>
        <source>{points} pt end on {day}</source>
        <translation>{day}に {points} pt が期限</translation>
    </message>
    <message>
        <source>{points} pt are owed; the next points fill them</source>
        <translation>{points} pt 不足。次のポイントで埋まります</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Promise kept</source>
        <translation>約束を果たした</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform>&#x3000;ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>{text} ({name})</source>
        <translation>{text}（{name}）</translation>
    </message>
    <message>
        <source>Promise kept. Well done.</source>
        <translation>約束を果たしました</translation>
    </message>
</context>
<context>
    <name>BatchList</name>
    <message>
        <source>Brought in so far</source>
        <translation>これまでの取り込み</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>まだありません。</translation>
    </message>
    <message>
        <source>{added} new, {updated} changed, {purchases} purchases</source>
        <translation>新しく {added}・変更 {updated}・買い物 {purchases}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>元に戻しました</translation>
    </message>
</context>
<context>
    <name>BegunBox</name>
    <message>
        <source>Start afresh</source>
        <translation>新しく書く</translation>
    </message>
    <message>
        <source>This was begun before and is back.</source>
        <translation>書きかけを戻しました。</translation>
    </message>
</context>
<context>
    <name>CampaignSheet</name>
    <message>
        <source>First purchase</source>
        <translation>はじめてのお買い物</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>キャンペーン</translation>
    </message>
    <message>
        <source>none: all of them</source>
        <translation>空なら、すべて</translation>
    </message>
    <message>
        <source>Name, as customers read it</source>
        <translation>お客様に見える名前</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>はじめの日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最後の日</translation>
    </message>
    <message>
        <source>Points in percent of the usual</source>
        <translation>ふだんの何%つけるか</translation>
    </message>
    <message>
        <source>Points on top</source>
        <translation>上乗せのポイント</translation>
    </message>
    <message>
        <source>Only for these things</source>
        <translation>この品だけ</translation>
    </message>
    <message>
        <source>Only for these categories</source>
        <translation>この分類だけ</translation>
    </message>
    <message>
        <source>{yen} then bring {points}</source>
        <translation>{yen}で {points} つきます</translation>
    </message>
    <message>
        <source>Only on these days (none: every day)</source>
        <translation>この曜日だけ（選ばなければ毎日）</translation>
    </message>
    <message>
        <source>Only for these customers (none: everybody)</source>
        <translation>このお客様だけ（選ばなければどなたでも）</translation>
    </message>
    <message>
        <source>Put it on the list</source>
        <translation>一覧に入れる</translation>
    </message>
</context>
<context>
    <name>Campaigns</name>
    <message>
        <source>Add a campaign</source>
        <translation>キャンペーンを加える</translation>
    </message>
    <message>
        <source>No campaign.</source>
        <translation>キャンペーンはありません。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変える</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>{name} を変える</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} を外す</translation>
    </message>
</context>
<context>
    <name>Candidates</name>
    <message>
        <source>Who is the same person?</source>
        <translation>同じ方を探す</translation>
    </message>
    <message>
        <source>Name, kana, 4 digits or card</source>
        <translation>お名前・カナ・電話の下4桁・会員カード</translation>
    </message>
    <message>
        <source>Nobody else is found.</source>
        <translation>ほかの方は見つかりません。</translation>
    </message>
    <message>
        <source>Nobody alike is found. Please search.</source>
        <translation>似た方は見つかりません。上の欄で探してください。</translation>
    </message>
    <message>
        <source>The same phone, or the same reading and birthday:</source>
        <translation>電話番号、またはお名前の読みと誕生日が同じ方：</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>この方</translation>
    </message>
    <message>
        <source>This one: {name}</source>
        <translation>この方：{name}</translation>
    </message>
    <message>
        <source>last {day}</source>
        <translation>最近 {day}</translation>
    </message>
</context>
<context>
    <name>Checked</name>
    <message>
        <source>Nothing here that may hurt.</source>
        <translation>気になる言いかたは見つかりません。</translation>
    </message>
    <message>
        <source>Fill in {blank}: only you know it.</source>
        <translation>{blank}を書き入れてください。</translation>
    </message>
    <message>
        <source>Read along as you type; you decide.</source>
        <translation>入力しながら言いかたを確かめます。決めるのはあなたです。</translation>
    </message>
    <message>
        <source>“{words}”: {reason}</source>
        <translation>「{words}」{reason}</translation>
    </message>
    <message>
        <source>Promise a day and time</source>
        <translation>日時を約束する</translation>
    </message>
</context>
<context>
    <name>ClockSheet</name>
    <message>
        <source>Is the clock right?</source>
        <translation>時計は合っていますか</translation>
    </message>
    <message>
        <source>This computer says that today is {day}.</source>
        <translation>この端末では、今日は {day} です。</translation>
    </message>
    <message>
        <source>Points were last looked through on {day}.</source>
        <translation>前回ポイントの期限を確かめたのは {day} です。</translation>
    </message>
    <message>
        <source>If that is so, {points} of {customers} customers have passed their last day and end now.</source>
        <translation>そのとおりなら、{customers}名様の {points} が期限を過ぎていて、いま失効します。</translation>
    </message>
    <message>
        <source>Until you say so, no points end. If the clock is wrong, please set it right first.</source>
        <translation>お答えになるまで、ポイントは失効しません。時計が違うときは、先に直してください。</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>あとで</translation>
    </message>
    <message>
        <source>The clock is right</source>
        <translation>合っています</translation>
    </message>
</context>
<context>
    <name>CodeCard</name>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDFで保存</translation>
    </message>
    <message>
        <source>Save the recovery code</source>
        <translation>復旧コードを保存</translation>
    </message>
</context>
<context>
    <name>CodeSheet</name>
    <message>
        <source>Recovery code</source>
        <translation>復旧コード</translation>
    </message>
    <message>
        <source>Whoever holds this code and a copy of the shop&apos;s data can read everything in it.</source>
        <translation>このコードと店のデータの控えを持つ人は、中身をすべて読めます。</translation>
    </message>
</context>
<context>
    <name>CodeStep</name>
    <message>
        <source>If this computer breaks, this code opens a copy of the shop on another one. Without it nobody can. Print it and keep it with the shop&apos;s papers.</source>
        <translation>この端末が壊れたとき、別の端末で店の控えを開けるのはこのコードだけです。印刷して、店の大切な書類と一緒に保管してください。</translation>
    </message>
    <message>
        <source>The recovery code</source>
        <translation>復旧コード</translation>
    </message>
    <message>
        <source>The last group, from your paper</source>
        <translation>紙に書かれた最後の4文字</translation>
    </message>
    <message>
        <source>This computer has no keystore, so the key lies in a file in the shop&apos;s folder that only your account can read. Whoever takes the whole disk takes the key too: switch on the disk&apos;s own encryption.</source>
        <translation>この端末には鍵の保管庫がないため、鍵は店のフォルダーのファイルに、あなたのアカウントだけが読める形で置きます。ディスクごと持ち去られると鍵も渡るため、ディスクの暗号化を有効にしてください。</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Stays</source>
        <translation>残すお客様</translation>
    </message>
    <message>
        <source>Joins</source>
        <translation>合わせるお客様</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>誕生日</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>ご来店</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>一つにすると</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>ご来店%n回</numerusform>
        </translation>
    </message>
    <message>
        <source>Phone and e-mail stay those of the one who stays.</source>
        <translation>電話とメールは、残すお客様のものになります。</translation>
    </message>
    <message numerus="yes">
        <source>%n purchase(s)</source>
        <translation>
            <numerusform>お買い物%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s)</source>
        <translation>
            <numerusform>約束%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n complaint(s)</source>
        <translation>
            <numerusform>苦情%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>メモ%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rating(s)</source>
        <translation>
            <numerusform>評価%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Points and visits are added. The old card still opens this customer.</source>
        <translation>ポイントとご来店回数を合わせます。前のカードでも、このお客様が開きます。</translation>
    </message>
    <message>
        <source>Coming along: {what}. The old card still opens this customer.</source>
        <translation>{what}も移ります。前のカードでも、このお客様が開きます。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Their birthdays differ. Please make sure that they are one person.</source>
        <translation>誕生日が違います。同じ方か、お確かめください。</translation>
    </message>
    <message>
        <source>Their names differ. Please make sure that they are one person.</source>
        <translation>お名前が違います。同じ方か、お確かめください。</translation>
    </message>
    <message>
        <source>One of them wants no contact; that will hold.</source>
        <translation>「連絡はしない」というご希望を引き継ぎます。</translation>
    </message>
    <message>
        <source>Points still owed come along too.</source>
        <translation>不足しているポイントも引き継ぎます。</translation>
    </message>
    <message>
        <source>Swap who stays</source>
        <translation>残す方を入れ替える</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>ほかの方を探す</translation>
    </message>
</context>
<context>
    <name>ComplaintSheet</name>
    <message>
        <source>Record a complaint</source>
        <translation>苦情を記録</translation>
    </message>
    <message>
        <source>The customer&apos;s own words</source>
        <translation>お客様のことば（そのまま）</translation>
    </message>
    <message>
        <source>As they said it, before any question</source>
        <translation>お尋ねする前に、おっしゃったとおりに</translation>
    </message>
    <message>
        <source>What you will say to them</source>
        <translation>お客様に伝えることば</translation>
    </message>
    <message>
        <source>Read along here before you say it</source>
        <translation>伝える前に、ここで言いかたを確かめられます</translation>
    </message>
    <message>
        <source>Complaint and promise recorded</source>
        <translation>苦情と約束を記録しました</translation>
    </message>
    <message>
        <source>Complaint recorded</source>
        <translation>苦情を記録しました</translation>
    </message>
    <message>
        <source>Call when the replacement is ready</source>
        <translation>交換品の準備ができたらお電話する</translation>
    </message>
    <message>
        <source>Hand over the voucher and apologise</source>
        <translation>お詫びを添えて割引券をお渡しする</translation>
    </message>
    <message>
        <source>Send it again at our cost and call</source>
        <translation>送料こちら持ちで送り直し、お電話する</translation>
    </message>
    <message>
        <source>Call with the owner&apos;s answer</source>
        <translation>オーナーの返事をお電話する</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>通常</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日中</translation>
    </message>
    <message>
        <source>Injury, allergy</source>
        <translation>けが・アレルギー</translation>
    </message>
    <message>
        <source>Exchange it</source>
        <translation>同じ品と交換</translation>
    </message>
    <message>
        <source>¥500 voucher</source>
        <translation>500円券</translation>
    </message>
    <message>
        <source>Pay the shipping</source>
        <translation>送料を負担</translation>
    </message>
    <message>
        <source>Ask the owner</source>
        <translation>オーナーに頼む</translation>
    </message>
    <message>
        <source>Drafts are kept</source>
        <translation>下書きは自動で残ります</translation>
    </message>
    <message>
        <source>up to ¥{limit} each, no approval</source>
        <translation>1件 {limit}円まで・承認なし</translation>
    </message>
    <message>
        <source>See to the person first. The owner sees this at once in the daily notes.</source>
        <translation>まず、お客様のお身体を。この記録はオーナーの日報のいちばん上に出ます。</translation>
    </message>
    <message>
        <source>What about</source>
        <translation>何について</translation>
    </message>
    <message>
        <source>What they want</source>
        <translation>望んでいること</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>急ぎ</translation>
    </message>
    <message>
        <source>What you can do yourself</source>
        <translation>あなたの権限でできること</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>記録する</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>The counter</source>
        <translation>接客</translation>
    </message>
    <message>
        <source>Who is here?</source>
        <translation>どなたがお見えですか</translation>
    </message>
    <message>
        <source>Type a name, kana or four digits, or scan a card</source>
        <translation>お名前・カナ・電話の下4桁を入力するか、カードを読み取ってください</translation>
    </message>
</context>
<context>
    <name>CustomerCard</name>
    <message>
        <source>Member card</source>
        <translation>会員カード</translation>
    </message>
    <message>
        <source>Registered twice?</source>
        <translation>同じお客様を一つに</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>お好み</translation>
    </message>
    <message>
        <source>Last talk</source>
        <translation>前回のお話</translation>
    </message>
    <message>
        <source>{reading} (guessed)</source>
        <translation>{reading}（推定）</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英語</translation>
    </message>
    <message>
        <source>Other language</source>
        <translation>ほかの言語</translation>
    </message>
    <message>
        <source>Prefers phone</source>
        <translation>電話がよい</translation>
    </message>
    <message>
        <source>Prefers e-mail</source>
        <translation>メールがよい</translation>
    </message>
    <message>
        <source>Prefers post</source>
        <translation>はがきがよい</translation>
    </message>
    <message>
        <source>No contact, please</source>
        <translation>連絡はしない</translation>
    </message>
    <message>
        <source>Touch to mend</source>
        <translation>触れると直せます</translation>
    </message>
    <message>
        <source>Hide contact</source>
        <translation>連絡先を隠す</translation>
    </message>
    <message>
        <source>Show contact</source>
        <translation>連絡先を見る</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n年</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> %n month(s) with us</source>
        <translation>
            <numerusform>%nか月のおつきあい</numerusform>
        </translation>
    </message>
    <message>
        <source> with us</source>
        <translation>のおつきあい</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) with us</source>
        <translation>
            <numerusform>%nか月のおつきあい</numerusform>
        </translation>
    </message>
    <message>
        <source>new here</source>
        <translation>はじめてのお客様</translation>
    </message>
    <message>
        <source>{text} (noticed)</source>
        <translation>{text}（気づき）</translation>
    </message>
    <message>
        <source>Edit customer</source>
        <translation>お客様を編集</translation>
    </message>
    <message>
        <source>Mend what they told us</source>
        <translation>伺ったことを直す</translation>
    </message>
    <message>
        <source>Make two customers who are one person one</source>
        <translation>二つに分かれている同じ方の記録を、一つにまとめます</translation>
    </message>
    <message>
        <source>A card with a QR code, for their phone or on paper</source>
        <translation>QRコード付きのカード。スマートフォンにも紙にも</translation>
    </message>
</context>
<context>
    <name>CustomerPage</name>
    <message>
        <source>CarePOS, for the customer</source>
        <translation>CarePOS（お客様用）</translation>
    </message>
    <message>
        <source>Back to the counter</source>
        <translation>接客にもどる</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Bring in customers</source>
        <translation>お客様を取り込む</translation>
    </message>
    <message>
        <source>Make a copy now</source>
        <translation>いま控えを作る</translation>
    </message>
    <message>
        <source>Show the recovery code</source>
        <translation>復旧コードを見る</translation>
    </message>
    <message>
        <source>Where should the copy go?</source>
        <translation>控えの置き場所</translation>
    </message>
    <message>
        <source>Copied and read back: {place}</source>
        <translation>控えを作り、読み直して確かめました: {place}</translation>
    </message>
    <message>
        <source>Customers, points and purchases from another system&apos;s file.</source>
        <translation>ほかのシステムのファイルから、お客様・ポイント・買い物を取り込みます。</translation>
    </message>
    <message>
        <source>From another system</source>
        <translation>ほかのシステムから</translation>
    </message>
    <message>
        <source>Encrypted, checked page by page after copying. Keep one outside this computer.</source>
        <translation>暗号化したまま写し、1ページずつ確かめます。ひとつはこの端末の外に置いてください。</translation>
    </message>
    <message>
        <source>The page that opens a copy on another computer. Print it again if it is lost.</source>
        <translation>別の端末で控えを開くための紙です。なくしたら、もう一度印刷してください。</translation>
    </message>
    <message>
        <source>A copy of everything</source>
        <translation>すべての控え</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>復旧コード</translation>
    </message>
    <message>
        <source>Where it all lies</source>
        <translation>データの置き場所</translation>
    </message>
</context>
<context>
    <name>DayPage</name>
    <message>
        <source>Save as PDF</source>
        <translation>PDFで保存</translation>
    </message>
    <message>
        <source>Today&apos;s exercise</source>
        <translation>今日のひと直し</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>{file} に保存しました</translation>
    </message>
    <message numerus="yes">
        <source>What needs a look %n</source>
        <translation>
            <numerusform>見るべきもの %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything %n</source>
        <translation>
            <numerusform>すべて %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Points, 30 days %n</source>
        <translation>
            <numerusform>ポイント（30日） %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is recorded for this day.</source>
        <translation>この日の記録はありません。</translation>
    </message>
    <message>
        <source>Nothing needs a look.</source>
        <translation>見るべきものはありません。</translation>
    </message>
    <message>
        <source>Every day before today is confirmed.</source>
        <translation>昨日までの日報はすべて確認済みです</translation>
    </message>
    <message>
        <source>The notes of {day} are not confirmed yet</source>
        <translation>{day}の日報がまだ確認されていません</translation>
    </message>
    <message>
        <source>Granted: {name}</source>
        <translation>認めました: {name}</translation>
    </message>
    <message>
        <source>Solved: {name}</source>
        <translation>解決しました: {name}</translation>
    </message>
    <message>
        <source>Ask whether all is well now: {words}</source>
        <translation>その後いかがか、うかがう: {words}</translation>
    </message>
    <message>
        <source>The day is confirmed</source>
        <translation>日報を確認しました</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>前の日</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>次の日</translation>
    </message>
    <message>
        <source>Daily notes</source>
        <translation>日報</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>確認しました</translation>
    </message>
    <message>
        <source>The day&apos;s records</source>
        <translation>この日の記録</translation>
    </message>
</context>
<context>
    <name>DayRow</name>
    <message>
        <source>Grant</source>
        <translation>認める</translation>
    </message>
    <message>
        <source>Another way</source>
        <translation>別案</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>解決</translation>
    </message>
</context>
<context>
    <name>Display</name>
    <message>
        <source>The customer rated this visit</source>
        <translation>お客様から評価をいただきました</translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message>
        <source>{shop} is ready. It opens with your PIN.</source>
        <translation>{shop}の準備ができました。暗証番号で開きます。</translation>
    </message>
    <message>
        <source>All is done</source>
        <translation>できました</translation>
    </message>
    <message>
        <source>Bring in customers from another system</source>
        <translation>ほかのシステムからお客様を取り込む</translation>
    </message>
    <message>
        <source>Customers, points and purchases can come along from a file.</source>
        <translation>お客様・ポイント・買い物を、ファイルから引き継げます。</translation>
    </message>
</context>
<context>
    <name>Dots</name>
    <message numerus="yes">
        <source>%n digit(s) typed</source>
        <translation>
            <numerusform>%n桁入力済み</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueRow</name>
    <message>
        <source>Next promise</source>
        <translation>次の約束</translation>
    </message>
    <message>
        <source>What we promise</source>
        <translation>約束すること</translation>
    </message>
    <message>
        <source>Who keeps it</source>
        <translation>だれが</translation>
    </message>
</context>
<context>
    <name>DueTime</name>
    <message>
        <source>By when</source>
        <translation>いつまでに</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>1時間後</translation>
    </message>
    <message>
        <source>By closing today</source>
        <translation>今日の閉店まで</translation>
    </message>
    <message>
        <source>Tomorrow noon</source>
        <translation>明日の正午</translation>
    </message>
    <message>
        <source>Usual times</source>
        <translation>よく使う時刻</translation>
    </message>
</context>
<context>
    <name>EntrySheet</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>This was a slip: take it back</source>
        <translation>記録の間違いなので取り消す</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>取り消しました</translation>
    </message>
    <message>
        <source>Not solved after all</source>
        <translation>まだ解決していない</translation>
    </message>
    <message>
        <source>The complaint is open again</source>
        <translation>苦情を対応中に戻しました</translation>
    </message>
    <message>
        <source>Not kept after all</source>
        <translation>まだ果たしていない</translation>
    </message>
    <message>
        <source>The promise is open again</source>
        <translation>約束を果たす前に戻しました</translation>
    </message>
</context>
<context>
    <name>EraseSheet</name>
    <message>
        <source>Erase this customer</source>
        <translation>お客様の情報を消す</translation>
    </message>
    <message>
        <source>Erased for good: name, reading, phone, e-mail, card, birthday, notes and likes, and the words of complaints, promises, ratings and sayings. Open promises and complaints end.</source>
        <translation>消えるもの: お名前・ふりがな・電話・メール・会員カード・誕生日・メモ・お好みと、苦情・約束・評価・お伝えした言葉の文面。残っている約束と苦情も終わりになります。</translation>
    </message>
    <message>
        <source>Kept without a name: receipts and the lines of points, since the shop&apos;s books need them. Copies made earlier keep everything until they are replaced.</source>
        <translation>お名前なしで残るもの: お買い物とポイントの明細（店の帳簿に必要なため）。前に作った控えには、新しい控えに替えるまで残ります。</translation>
    </message>
    <message>
        <source>This cannot be taken back, not even by us.</source>
        <translation>元には戻せません。開発元にも戻せません。</translation>
    </message>
    <message>
        <source>Keep this customer</source>
        <translation>消さない</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>完全に消す</translation>
    </message>
    <message>
        <source>Erased. The books stay, without a name.</source>
        <translation>消しました。帳簿はお名前なしで残ります。</translation>
    </message>
</context>
<context>
    <name>ExerciseCard</name>
    <message>
        <source>Today&apos;s exercise</source>
        <translation>今日のひと直し</translation>
    </message>
    <message>
        <source>Say it better</source>
        <translation>言いかえてみる</translation>
    </message>
    <message>
        <source>“{draft}”</source>
        <translation>「{draft}」</translation>
    </message>
</context>
<context>
    <name>ExerciseSheet</name>
    <message>
        <source>Today&apos;s exercise</source>
        <translation>今日のひと直し</translation>
    </message>
    <message>
        <source>For you alone: nothing is kept</source>
        <translation>ご自分だけの練習です。記録は残りません</translation>
    </message>
    <message>
        <source>How would you say it?</source>
        <translation>あなたなら、どう言いますか</translation>
    </message>
    <message>
        <source>One way to say it</source>
        <translation>言いかたの一例</translation>
    </message>
    <message>
        <source>Show a better one</source>
        <translation>一例を見る</translation>
    </message>
    <message>
        <source>A customer said</source>
        <translation>お客様のことば</translation>
    </message>
    <message>
        <source>The draft to mend</source>
        <translation>直してみる下書き</translation>
    </message>
</context>
<context>
    <name>Faces</name>
    <message>
        <source>Very bad</source>
        <translation>とても残念</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>残念</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>ふつう</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>よかった</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>とてもよかった</translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Not read: {columns}</source>
        <translation>読み込まない列: {columns}</translation>
    </message>
    <message>
        <source>New {n}</source>
        <translation>新しく {n}</translation>
    </message>
    <message>
        <source>Changed {n}</source>
        <translation>変わる {n}</translation>
    </message>
    <message>
        <source>Same {n}</source>
        <translation>同じ {n}</translation>
    </message>
    <message>
        <source>Purchases {n}</source>
        <translation>買い物 {n}</translation>
    </message>
    <message>
        <source>Without a customer {n}</source>
        <translation>お客様なし {n}</translation>
    </message>
    <message>
        <source>Left out {n}</source>
        <translation>入れられない {n}</translation>
    </message>
</context>
<context>
    <name>Goods</name>
    <message>
        <source>Latest purchases</source>
        <translation>最近のお買い物</translation>
    </message>
    <message>
        <source>Receipt of the goods</source>
        <translation>返品のお会計（伝票番号）</translation>
    </message>
    <message>
        <source>Value of what came back (with tax)</source>
        <translation>返品の金額（税込）</translation>
    </message>
</context>
<context>
    <name>HandOverSheet</name>
    <message>
        <source>Hand over</source>
        <translation>引き継ぐ</translation>
    </message>
    <message>
        <source>Who takes it over</source>
        <translation>引き継ぐ人</translation>
    </message>
    <message>
        <source>They see the reason with the promise, so that the customer repeats nothing.</source>
        <translation>理由は約束と一緒に伝わります。お客様に同じ説明をお願いせずに済みます。</translation>
    </message>
    <message>
        <source>Handed over to {name}</source>
        <translation>{name}に引き継ぎました</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>元に戻しました</translation>
    </message>
    <message>
        <source>Nobody else works here yet.</source>
        <translation>ほかのスタッフはまだいません。</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>Nobody is found for “{text}”.</source>
        <translation>「{text}」に当てはまる方は見つかりません。</translation>
    </message>
    <message>
        <source>Register “{text}”</source>
        <translation>「{text}」様を登録</translation>
    </message>
    <message>
        <source>↑↓ choose&#x3000;Enter opens</source>
        <translation>↑↓ で選ぶ&#x3000;Enter で開く</translation>
    </message>
    <message>
        <source>↑↓ choose&#x3000;Enter opens&#x3000;≈ similar</source>
        <translation>↑↓ で選ぶ&#x3000;Enter で開く&#x3000;≈ は近い候補</translation>
    </message>
    <message>
        <source>Customers found</source>
        <translation>見つかったお客様</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Choose a file</source>
        <translation>ファイルを選ぶ</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>取り込み</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>止める</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>はじめの数行</translation>
    </message>
    <message>
        <source>Drop a file here, or choose one</source>
        <translation>ファイルをここに置くか、選んでください</translation>
    </message>
    <message>
        <source>Square, Smaregi, AirREGI, Loyverse, Shopify, or any CSV or Excel table</source>
        <translation>Square・スマレジ・Airレジ・Loyverse・Shopify、または CSV・Excel の表</translation>
    </message>
    <message>
        <source>Reading {name} …</source>
        <translation>{name} を読んでいます…</translation>
    </message>
    <message>
        <source>Checking every row …</source>
        <translation>1行ずつ確かめています…</translation>
    </message>
    <message numerus="yes">
        <source>Bring in %Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行を取り込む</numerusform>
        </translation>
    </message>
    <message>
        <source>It can be taken back as a whole afterwards</source>
        <translation>取り込んだあとも、まとめて元に戻せます</translation>
    </message>
    <message>
        <source>Bringing in …</source>
        <translation>取り込んでいます…</translation>
    </message>
    <message>
        <source>Brought in: {added} new, {updated} changed, {purchases} purchases</source>
        <translation>取り込みました: 新しく {added}・変更 {updated}・買い物 {purchases}</translation>
    </message>
    <message>
        <source>Rows to mend are in {name}, beside your file</source>
        <translation>直していただく行は、元のファイルの横の {name} にあります</translation>
    </message>
    <message>
        <source>Taken back: {out} customers out, {back} as before, {kept} kept</source>
        <translation>元に戻しました: 取り消し {out}・以前の内容へ {back}・そのまま {kept}</translation>
    </message>
    <message>
        <source>Taking back …</source>
        <translation>元に戻しています…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進みぐあい</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Backspace</source>
        <translation>一字消す</translation>
    </message>
</context>
<context>
    <name>LeaveSheet</name>
    <message>
        <source>Works here no longer</source>
        <translation>退職</translation>
    </message>
    <message>
        <source>{name} can no longer come in. What was done and promised keeps the name.</source>
        <translation>{name}さんは入れなくなります。これまでの記録と約束には名前が残ります。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>退職</translation>
    </message>
    <message>
        <source>{name} works here no longer</source>
        <translation>{name}さんを退職にしました</translation>
    </message>
</context>
<context>
    <name>LedgerSheet</name>
    <message>
        <source>Points, line by line</source>
        <translation>ポイントの明細</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>この日の時点</translation>
    </message>
    <message>
        <source>such as 2026-10-31</source>
        <translation>例 2026-10-31</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDFで保存</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>{file} に保存しました</translation>
    </message>
    <message>
        <source>No points yet.</source>
        <translation>まだポイントはありません。</translation>
    </message>
</context>
<context>
    <name>LetterSheet</name>
    <message>
        <source>Letter</source>
        <translation>お便り</translation>
    </message>
    <message>
        <source>Thank-you note</source>
        <translation>お礼状</translation>
    </message>
    <message>
        <source>About</source>
        <translation>用件</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>件名</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>{file} に保存しました</translation>
    </message>
    <message>
        <source>Remembered as written</source>
        <translation>お便りを記録しました</translation>
    </message>
    <message>
        <source>Copied. Paste it where you write.</source>
        <translation>写しました。書くところに貼り付けてください。</translation>
    </message>
    <message>
        <source>This machine has no mail program. Copy the text instead.</source>
        <translation>この端末にはメールソフトがありません。本文を写してお使いください。</translation>
    </message>
    <message>
        <source>A mail draft is open. Read it, then send it yourself.</source>
        <translation>メールの下書きを開きました。読み返してから、ご自分で送ってください。</translation>
    </message>
    <message>
        <source>Read it with the shop&apos;s telephone: a draft opens there.</source>
        <translation>お店の電話で読み取ると、下書きが開きます。</translation>
    </message>
    <message>
        <source>This is too long for a code. Copy the text instead.</source>
        <translation>QRコードには長すぎます。本文を写してお使いください。</translation>
    </message>
    <message>
        <source>Kind of letter</source>
        <translation>お便りの種類</translation>
    </message>
    <message>
        <source>The program sends nothing: print it, copy it, or send it yourself.</source>
        <translation>送信はしません。印刷や写しで、ご自分の手からお届けください。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Record as written</source>
        <translation>書いたことを記録</translation>
    </message>
    <message>
        <source>Card (PDF)</source>
        <translation>カード（PDF）</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Mail draft</source>
        <translation>メールの下書き</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>QRコード</translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>Why {points} pt?</source>
        <translation>{points} pt のわけ</translation>
    </message>
    <message>
        <source>taken back later</source>
        <translation>あとで取り消し</translation>
    </message>
    <message>
        <source>They can be used until {day}.</source>
        <translation>{day}までお使いいただけます。</translation>
    </message>
    <message>
        <source>By the rules of {day}.</source>
        <translation>{day}からのきまりによります。</translation>
    </message>
    <message>
        <source>Taken from: {lots}</source>
        <translation>使った分: {lots}</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Clear</source>
        <translation>消す</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>入る</translation>
    </message>
    <message>
        <source>The owner&apos;s PIN is {pin}, the passphrase {passphrase}. The demo asks for neither.</source>
        <translation>オーナーの暗証番号は {pin}、合言葉は {passphrase} です。デモではどちらも聞かれません。</translation>
    </message>
    <message>
        <source>Please touch your name.</source>
        <translation>お名前に触れてください。</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>どなたですか</translation>
    </message>
    <message>
        <source>This is the demo shop. Touch a name to come in.</source>
        <translation>デモの店です。名前に触れると入れます。</translation>
    </message>
</context>
<context>
    <name>MembershipSheet</name>
    <message>
        <source>Member card</source>
        <translation>会員カード</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDFで保存</translation>
    </message>
    <message>
        <source>Save for the phone</source>
        <translation>スマートフォン用に保存</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Print on receipt paper</source>
        <translation>レシート用紙に印刷</translation>
    </message>
    <message>
        <source>Card number {number} made</source>
        <translation>カード番号 {number} を発行しました</translation>
    </message>
    <message>
        <source>The code holds the card number alone. Scanned at the counter, it opens this customer.</source>
        <translation>QRコードに入るのはカード番号だけです。レジで読み取ると、このお客様が開きます。</translation>
    </message>
    <message>
        <source>This customer has no card yet. We make a number, then the card can be saved or printed.</source>
        <translation>このお客様には、まだカードがありません。番号を発行すると、カードを保存・印刷できます。</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>保存しました：{file}</translation>
    </message>
    <message>
        <source>Save the member card</source>
        <translation>会員カードを保存</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Make a card</source>
        <translation>カードを発行</translation>
    </message>
</context>
<context>
    <name>MendSheet</name>
    <message>
        <source>Mend a note</source>
        <translation>メモを直す</translation>
    </message>
    <message>
        <source>What is right</source>
        <translation>正しい内容</translation>
    </message>
    <message>
        <source>It holds no longer</source>
        <translation>もう当てはまらない</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>直す</translation>
    </message>
    <message>
        <source>Mended</source>
        <translation>直しました</translation>
    </message>
    <message>
        <source>Removed from the card</source>
        <translation>カードから外しました</translation>
    </message>
</context>
<context>
    <name>MergeSheet</name>
    <message>
        <source>One person, one customer</source>
        <translation>同じお客様を一つに</translation>
    </message>
    <message>
        <source>Now one customer: {name}, {points}</source>
        <translation>一つにしました：{name} {points}</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>{name} joined on {day}</source>
        <translation>{day}に {name} と一つにしました</translation>
    </message>
    <message>
        <source>Two customers again: {name} is back</source>
        <translation>元に戻しました：{name}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Make them one</source>
        <translation>一つにする</translation>
    </message>
</context>
<context>
    <name>MoveSheet</name>
    <message>
        <source>New time</source>
        <translation>新しい時刻</translation>
    </message>
    <message>
        <source>Call before the old time passes: an apology first, then the new time.</source>
        <translation>元の時刻が過ぎる前にお電話を。お詫びを先に、それから新しい時刻を。</translation>
    </message>
    <message>
        <source>Promise the new time</source>
        <translation>この時刻で約束する</translation>
    </message>
    <message>
        <source>New time promised</source>
        <translation>新しい時刻で約束しました</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>元に戻しました</translation>
    </message>
</context>
<context>
    <name>NightHalf</name>
    <message>
        <source>Promises today: {count}</source>
        <translation>今日の約束&#x3000;{count}</translation>
    </message>
    <message>
        <source>Overdue: {count}</source>
        <translation>過ぎているもの&#x3000;{count}</translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation>おはようございます</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation>こんにちは</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>こんばんは</translation>
    </message>
</context>
<context>
    <name>NoteSheet</name>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>What to keep</source>
        <translation>覚えておくこと</translation>
    </message>
    <message>
        <source>In a few words, as you would tell a colleague</source>
        <translation>同僚に伝えるように、短く</translation>
    </message>
    <message>
        <source>They told us</source>
        <translation>聞いたこと</translation>
    </message>
    <message>
        <source>They like</source>
        <translation>お好み</translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation>アレルギー</translation>
    </message>
    <message>
        <source>They said so</source>
        <translation>ご本人から</translation>
    </message>
    <message>
        <source>We noticed</source>
        <translation>気づいたこと</translation>
    </message>
    <message>
        <source>The customer agrees that we keep this</source>
        <translation>記録することに、ご本人の同意をいただいた</translation>
    </message>
    <message>
        <source>Health facts are kept only with consent, and seen only here.</source>
        <translation>健康に関することは、同意をいただいたときだけ残し、この店だけで見ます。</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>メモしました</translation>
    </message>
    <message>
        <source>Kind of note</source>
        <translation>メモの種類</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
</context>
<context>
    <name>OpenComplaint</name>
    <message>
        <source>Solved</source>
        <translation>解決した</translation>
    </message>
    <message>
        <source>Solved: {words}</source>
        <translation>解決した: {words}</translation>
    </message>
    <message>
        <source>Complaint: {words}</source>
        <translation>苦情&#x3000;{words}</translation>
    </message>
    <message>
        <source>Complaint solved</source>
        <translation>苦情を解決にしました</translation>
    </message>
    <message numerus="yes">
        <source>%n more complaint(s)</source>
        <translation>
            <numerusform>ほか %n 件の苦情</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask whether all is well now</source>
        <translation>その後いかがか、うかがう</translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message>
        <source>Remembered as said</source>
        <translation>伝えたことを覚えました</translation>
    </message>
    <message>
        <source>Not today</source>
        <translation>今日はこのことばを控えます</translation>
    </message>
    <message>
        <source>Noted: it pleased</source>
        <translation>喜ばれたと記録しました</translation>
    </message>
    <message>
        <source>Noted: it did not please</source>
        <translation>響かなかったと記録しました</translation>
    </message>
</context>
<context>
    <name>OwnCardSheet</name>
    <message>
        <source>Own card</source>
        <translation>自分のカード</translation>
    </message>
    <message>
        <source>Card, phone or name of this person as a customer</source>
        <translation>お客様としてのカード・電話・お名前</translation>
    </message>
    <message>
        <source>empty: none</source>
        <translation>空なら、なし</translation>
    </message>
    <message>
        <source>Nobody moves points on their own card: a colleague does it. This protects everybody.</source>
        <translation>自分のカードのポイントは、ほかのスタッフが動かします。みんなを守るためです。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>{name}: own card kept</source>
        <translation>{name}さんのカードを残しました</translation>
    </message>
    <message>
        <source>{name}: no own card</source>
        <translation>{name}さんのカードを外しました</translation>
    </message>
</context>
<context>
    <name>OwnRow</name>
    <message>
        <source>Mend</source>
        <translation>直す</translation>
    </message>
    <message>
        <source>End</source>
        <translation>やめる</translation>
    </message>
</context>
<context>
    <name>OwnWords</name>
    <message>
        <source>In your own words</source>
        <translation>ご自分のことばで</translation>
    </message>
    <message>
        <source>Said so</source>
        <translation>こう伝えた</translation>
    </message>
    <message>
        <source>Change it, then say it</source>
        <translation>直してから伝えます</translation>
    </message>
    <message>
        <source>Enter, Alt+2, Alt+3 open the situation</source>
        <translation>Enter・Alt+2・Alt+3 で場面を開く</translation>
    </message>
    <message>
        <source>What happened, or what you want to say</source>
        <translation>起きたこと、言いたいこと</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>OwnerStep</name>
    <message>
        <source>You, the owner</source>
        <translation>オーナー（あなた）</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>as colleagues call you</source>
        <translation>店での呼び名</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>暗証番号</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>合言葉</translation>
    </message>
    <message>
        <source>4 to 8 digits. It lets you in at the till, many times a day.</source>
        <translation>4〜8桁の数字。一日に何度も、レジで入るときに使います。</translation>
    </message>
    <message>
        <source>8 characters or more. It is asked when you change people, settings or data.</source>
        <translation>8文字以上。人・設定・データを変えるときに聞かれます。</translation>
    </message>
</context>
<context>
    <name>OwnersWord</name>
    <message>
        <source>From the owner</source>
        <translation>オーナーから</translation>
    </message>
</context>
<context>
    <name>PaperPrinter</name>
    <message>
        <source>Printed again, marked as a copy</source>
        <translation>「再発行」と記して印刷しました</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>印刷しました</translation>
    </message>
    <message>
        <source>Saved, but not printed. {why}</source>
        <translation>記録は済み、印刷はまだです。{why}</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Other goods</source>
        <translation>その他の品</translation>
    </message>
    <message>
        <source>Of it “{thing}”</source>
        <translation>うち「{thing}」</translation>
    </message>
</context>
<context>
    <name>PassphraseSheet</name>
    <message>
        <source>Passphrase</source>
        <translation>合言葉</translation>
    </message>
    <message>
        <source>The owner&apos;s passphrase</source>
        <translation>オーナーの合言葉</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>進む</translation>
    </message>
    <message>
        <source>This changes the shop, so it asks for more than a PIN. It is good for 5 minutes.</source>
        <translation>店の設定に関わるため、暗証番号のほかに合言葉をうかがいます。5分間有効です。</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Owner</source>
        <translation>オーナー</translation>
    </message>
</context>
<context>
    <name>PeopleSection</name>
    <message>
        <source>Take somebody on</source>
        <translation>スタッフを加える</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>New PIN</source>
        <translation>新しい暗証番号</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>退職</translation>
    </message>
    <message>
        <source>Own card</source>
        <translation>自分のカード</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>オーナー</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>スタッフ</translation>
    </message>
</context>
<context>
    <name>PersonSheet</name>
    <message>
        <source>Take somebody on</source>
        <translation>スタッフを加える</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>as it stands on the door and on the notes</source>
        <translation>入口と日報に出る名前</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>スタッフ</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>オーナー</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>暗証番号</translation>
    </message>
    <message>
        <source>4 to 8 digits</source>
        <translation>4〜8桁の数字</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>合言葉</translation>
    </message>
    <message>
        <source>8 characters or more</source>
        <translation>8文字以上</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Take on</source>
        <translation>加える</translation>
    </message>
    <message>
        <source>{name} works here now</source>
        <translation>{name}さんを加えました</translation>
    </message>
</context>
<context>
    <name>PinSheet</name>
    <message>
        <source>New PIN</source>
        <translation>新しい暗証番号</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>暗証番号</translation>
    </message>
    <message>
        <source>4 to 8 digits</source>
        <translation>4〜8桁の数字</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>暗証番号を変える</translation>
    </message>
    <message>
        <source>{name} has a new PIN</source>
        <translation>{name}さんの暗証番号を変えました</translation>
    </message>
</context>
<context>
    <name>PointsSection</name>
    <message>
        <source>The rules hold from</source>
        <translation>いつから</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Save the rules</source>
        <translation>きまりを保存する</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>You had begun a change: here it is again.</source>
        <translation>変えかけていた内容を、そのまま出しています。</translation>
    </message>
    <message>
        <source>The new rules hold from {day}</source>
        <translation>{day}から新しいきまりになります</translation>
    </message>
    <message>
        <source>From when</source>
        <translation>いつから変えるか</translation>
    </message>
    <message>
        <source>Points given before keep the rules they were given under.</source>
        <translation>これまでについたポイントは、そのときのきまりのままです。</translation>
    </message>
</context>
<context>
    <name>PointsSheet</name>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Amount bought (with tax)</source>
        <translation>お買い上げ金額（税込）</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>伝票番号</translation>
    </message>
    <message>
        <source>Points to use</source>
        <translation>つかうポイント</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Every line</source>
        <translation>明細を見る</translation>
    </message>
    <message>
        <source>Keep {yen} from the refund</source>
        <translation>ご返金から {yen} を差し引いてください</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>「{words}」</translation>
    </message>
    <message>
        <source>{points} pt recorded. {balance}</source>
        <translation>{points} pt を記録しました。{balance}</translation>
    </message>
    <message>
        <source>Part that earns no points (gift cards, fees)</source>
        <translation>うちポイントの付かない分（商品券・送料など）</translation>
    </message>
    <message>
        <source>Taken back: {points} pt. {balance}</source>
        <translation>取り消しました: {points} pt。{balance}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>No points here: {names}</source>
        <translation>ポイントの付かない品: {names}</translation>
    </message>
    <message>
        <source>Best use: {points} pt, {yen} off</source>
        <translation>おすすめ: {points} pt で {yen} 引き</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>つける</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>つかう</translation>
    </message>
    <message>
        <source>Goods returned</source>
        <translation>返品</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Correct (owner)</source>
        <translation>直す（オーナー）</translation>
    </message>
    <message>
        <source>Each receipt number counts once. Records are never erased: a mistake is taken back by a line of its own.</source>
        <translation>同じ伝票番号に二度はつきません。記録は消えません。間違えたときは「取り消す」で打ち消しの行が残ります。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Take the goods back</source>
        <translation>返品を受ける</translation>
    </message>
    <message>
        <source>Give {points}</source>
        <translation>{points} をつける</translation>
    </message>
    <message>
        <source>Use {points}</source>
        <translation>{points} をつかう</translation>
    </message>
    <message>
        <source>Correct by {points}</source>
        <translation>{points} 直す</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>“{words}”</source>
        <translation>「{words}」</translation>
    </message>
</context>
<context>
    <name>PrinterSection</name>
    <message>
        <source>None</source>
        <translation>使わない</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>58 mm</source>
        <translation>58 mm</translation>
    </message>
    <message>
        <source>80 mm</source>
        <translation>80 mm</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>用紙の幅</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>テスト印刷</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存する</translation>
    </message>
    <message>
        <source>for example 192.168.1.20</source>
        <translation>例：192.168.1.20</translation>
    </message>
    <message>
        <source>for example /dev/usb/lp0, or on Windows \\localhost\printer</source>
        <translation>例：/dev/usb/lp0、Windowsでは \\localhost\printer</translation>
    </message>
    <message>
        <source>The printer is saved</source>
        <translation>プリンターを保存しました</translation>
    </message>
    <message>
        <source>Nothing is printed here any more</source>
        <translation>このレジでは印刷しない設定にしました</translation>
    </message>
    <message>
        <source>Sent. Please look at the paper.</source>
        <translation>送りました。用紙をお確かめください。</translation>
    </message>
    <message>
        <source>Receipts of points and membership cards, on request. What is recorded never waits for paper.</source>
        <translation>ポイントのレシートと会員カードを、求められたときに印刷します。記録が印刷を待つことはありません。</translation>
    </message>
    <message>
        <source>Receipt printer of this till</source>
        <translation>このレジのレシートプリンター</translation>
    </message>
</context>
<context>
    <name>PromiseCard</name>
    <message>
        <source>Enter: kept. M: new time. H: hand over. Space: the customer.</source>
        <translation>Enter: 果たした&#x3000;M: 新しい時刻&#x3000;H: 引き継ぐ&#x3000;Space: お客様</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>果たした</translation>
    </message>
    <message>
        <source>New time</source>
        <translation>新しい時刻</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>引き継ぐ</translation>
    </message>
</context>
<context>
    <name>PromiseSheet</name>
    <message>
        <source>Promise</source>
        <translation>約束</translation>
    </message>
    <message>
        <source>What we promise</source>
        <translation>約束すること</translation>
    </message>
    <message>
        <source>Promise a time you can keep. If you can&apos;t keep it, call before it passes.</source>
        <translation>守れる時刻を約束します。むずかしくなったら、過ぎる前にお電話を。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Promise recorded</source>
        <translation>約束を記録しました</translation>
    </message>
</context>
<context>
    <name>PromisesPage</name>
    <message>
        <source>Overdue</source>
        <translation>過ぎています</translation>
    </message>
    <message>
        <source>Nothing is overdue.</source>
        <translation>過ぎている約束はありません。</translation>
    </message>
    <message>
        <source>an apology first</source>
        <translation>お詫びのことばを先に</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Nothing more is due today.</source>
        <translation>今日の約束はもうありません。</translation>
    </message>
    <message>
        <source>From tomorrow</source>
        <translation>明日から</translation>
    </message>
    <message>
        <source>Nothing is promised for later.</source>
        <translation>この先の約束はありません。</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>みんな</translation>
    </message>
    <message>
        <source>{percent}%</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>kept in time (30 days)</source>
        <translation>守った割合（30日）</translation>
    </message>
    <message>
        <source>Complaint: {words}</source>
        <translation>苦情&#x3000;{words}</translation>
    </message>
    <message>
        <source>Changed: {reason}</source>
        <translation>変更: {reason}</translation>
    </message>
    <message>
        <source>Held by {name}</source>
        <translation>担当 {name}</translation>
    </message>
    <message>
        <source>Promise kept: {name}</source>
        <translation>約束を果たしました: {name}</translation>
    </message>
    <message>
        <source>Whose promises</source>
        <translation>だれの約束</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>約束</translation>
    </message>
    <message>
        <source>Add a promise</source>
        <translation>約束を加える</translation>
    </message>
    <message>
        <source>If you can&apos;t keep it, call before it passes and agree on a new time.</source>
        <translation>守れそうにないときは、過ぎる前に連絡して時刻を決め直します</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>Code for a telephone</source>
        <translation>電話で読むQRコード</translation>
    </message>
</context>
<context>
    <name>RatingSheet</name>
    <message>
        <source>How were we today?</source>
        <translation>今日の対応はいかがでしたか</translation>
    </message>
    <message>
        <source>A word, if you like</source>
        <translation>よろしければ一言</translation>
    </message>
    <message>
        <source>One touch is enough. No name, no log-in.</source>
        <translation>一度触れるだけ。お名前の入力はいりません。</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>今はしない</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送る</translation>
    </message>
    <message>
        <source>Call about the rating of {score}: ask what went wrong</source>
        <translation>評価{score}の件でお電話し、どこがご不満だったかうかがう</translation>
    </message>
    <message>
        <source>Thank you for telling us</source>
        <translation>お聞かせくださり、ありがとうございます</translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message>
        <source>There is nothing to take back.</source>
        <translation>取り消せる記録はありません。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Take back {points} pt</source>
        <translation>{points} pt を取り消す</translation>
    </message>
    <message>
        <source>Print {points} pt</source>
        <translation>{points} ptのレシートを印刷</translation>
    </message>
    <message>
        <source>Print the receipt</source>
        <translation>レシートを印刷</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Recovery code</source>
        <translation>復旧コード</translation>
    </message>
    <message>
        <source>Open the shop</source>
        <translation>店を開く</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>少しお待ちください</translation>
    </message>
    <message>
        <source>Nothing is lost. What was recorded lies in the shop&apos;s folder as it was.</source>
        <translation>失われたものはありません。記録は店のフォルダーにそのまま残っています。</translation>
    </message>
    <message>
        <source>The shop&apos;s key</source>
        <translation>店の鍵</translation>
    </message>
    <message>
        <source>The shop did not open</source>
        <translation>店を開けませんでした</translation>
    </message>
    <message>
        <source>14 groups of four, from the printed page</source>
        <translation>印刷した紙の、4文字ずつ14組</translation>
    </message>
</context>
<context>
    <name>RegisterSheet</name>
    <message>
        <source>Edit customer</source>
        <translation>お客様を編集</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新しいお客様</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>One and the same</source>
        <translation>同じお客様を一つに</translation>
    </message>
    <message>
        <source>Open this customer</source>
        <translation>この方を開く</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登録しました</translation>
    </message>
    <message>
        <source>Mended</source>
        <translation>直しました</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>自動・直せます</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Family name, reading</source>
        <translation>せい</translation>
    </message>
    <message>
        <source>Given name, reading</source>
        <translation>めい</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Member card</source>
        <translation>会員カード</translation>
    </message>
    <message>
        <source>Scan the card (later is fine too)</source>
        <translation>カードを読み取る（あとでも可）</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>誕生日</translation>
    </message>
    <message>
        <source>the year may be left out</source>
        <translation>年はなくてもよい</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>はがき</translation>
    </message>
    <message>
        <source>None</source>
        <translation>使わない</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日本語</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英語</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>A name and one contact will do</source>
        <translation>お名前と連絡先ひとつで登録できます</translation>
    </message>
    <message>
        <source>Best way to reach</source>
        <translation>ご希望の連絡方法</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>How to address</source>
        <translation>敬称</translation>
    </message>
    <message>
        <source>Used only for your points and to reach you. You can see and mend it at any time, or have it erased by the owner; receipts and points then stay in the books without your name.</source>
        <translation>お預かりした内容は、ポイントとご連絡のためだけに使います。いつでも見て、直せます。消すときはオーナーが承り、お買い物とポイントの記録だけがお名前なしで帳簿に残ります。</translation>
    </message>
    <message>
        <source>Erase …</source>
        <translation>消す…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>直す</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登録する</translation>
    </message>
</context>
<context>
    <name>RejectedCard</name>
    <message>
        <source>the rest comes in; mend these and bring them in later</source>
        <translation>残りだけ取り込み、この行は直してあとから取り込めます</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) left out</source>
        <translation>
            <numerusform>入れられない %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Promise: {time}</source>
        <translation>約束 {time}</translation>
    </message>
    <message>
        <source>Long unseen</source>
        <translation>お久しぶり</translation>
    </message>
    <message>
        <source>last {day}</source>
        <translation>最近 {day}</translation>
    </message>
</context>
<context>
    <name>RuleSheet</name>
    <message>
        <source>A rule of our own</source>
        <translation>お店の決まり</translation>
    </message>
    <message>
        <source>one in each line</source>
        <translation>1行に1つ</translation>
    </message>
    <message>
        <source>What one would say</source>
        <translation>つい言ってしまうことば</translation>
    </message>
    <message>
        <source>What is better</source>
        <translation>よりよい言いかた</translation>
    </message>
    <message>
        <source>It must find this</source>
        <translation>見つけてほしい文</translation>
    </message>
    <message>
        <source>It must leave this alone</source>
        <translation>見逃してよい文</translation>
    </message>
    <message>
        <source>Why, in one line</source>
        <translation>わけを一行で</translation>
    </message>
    <message>
        <source>What it serves</source>
        <translation>大切にすること</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>気づき</translation>
    </message>
    <message>
        <source>Try it here</source>
        <translation>ここで試せます</translation>
    </message>
    <message>
        <source>The rule holds from now on</source>
        <translation>この決まりを加えました</translation>
    </message>
    <message>
        <source>The rule is mended</source>
        <translation>決まりを直しました</translation>
    </message>
    <message>
        <source>Write what one would say, then try a sentence here.</source>
        <translation>上に、つい言ってしまうことばを書くと、ここで試せます。</translation>
    </message>
    <message>
        <source>Found: “{words}”</source>
        <translation>見つかりました：「{words}」</translation>
    </message>
    <message>
        <source>The rule leaves this alone.</source>
        <translation>この文は見逃します。</translation>
    </message>
    <message>
        <source>The rule keeps its examples. Try a sentence here.</source>
        <translation>例文のとおりに働きます。ほかの文も試してみてください。</translation>
    </message>
    <message>
        <source>Not yet: {reason}</source>
        <translation>あと少しです。{reason}</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>How strongly</source>
        <translation>強さ</translation>
    </message>
    <message>
        <source>It is fine when beside it stands</source>
        <translation>そばにあれば、よしとするもの</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Keep the rule</source>
        <translation>決まりを残す</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Another way or a time</source>
        <translation>ほかの方法か時刻</translation>
    </message>
    <message>
        <source>A time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Respect comes first</source>
        <translation>まず敬意を</translation>
    </message>
    <message>
        <source>Say what can be done</source>
        <translation>できることを言う</translation>
    </message>
    <message>
        <source>Name an exact time and keep it</source>
        <translation>時刻を言い、守る</translation>
    </message>
    <message>
        <source>The tone is most of the message</source>
        <translation>口調が伝える</translation>
    </message>
    <message>
        <source>No script, one apology, nothing asked twice</source>
        <translation>型どおりにせず、お詫びは一度、同じことを聞かない</translation>
    </message>
    <message>
        <source>A thank-you asks for nothing</source>
        <translation>お礼では何も求めない</translation>
    </message>
    <message>
        <source>Not knowing, say who finds out and when</source>
        <translation>わからないときは、誰がいつまでに調べるかを言う</translation>
    </message>
    <message>
        <source>Never argue</source>
        <translation>言い争わない</translation>
    </message>
    <message>
        <source>Be honest: admit and mend</source>
        <translation>正直に認めて直す</translation>
    </message>
    <message>
        <source>The same for everybody</source>
        <translation>どなたにも同じように</translation>
    </message>
    <message>
        <source>Clear and polite in writing</source>
        <translation>書くときは明快に、丁寧に</translation>
    </message>
    <message>
        <source>Offer other ways</source>
        <translation>ほかの道を示す</translation>
    </message>
</context>
<context>
    <name>SayingCard</name>
    <message>
        <source>Change the words</source>
        <translation>言いかえて伝える</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>今は言わない</translation>
    </message>
    <message>
        <source>It pleased</source>
        <translation>喜ばれた</translation>
    </message>
    <message>
        <source>It did not please</source>
        <translation>響かなかった</translation>
    </message>
    <message>
        <source>Said. Were they pleased?</source>
        <translation>お伝えしました。喜ばれましたか</translation>
    </message>
    <message>
        <source>Said, it pleased</source>
        <translation>お伝えして、喜ばれました</translation>
    </message>
    <message>
        <source>Said, it did not please</source>
        <translation>お伝えして、響きませんでした</translation>
    </message>
    <message>
        <source>The shop&apos;s own</source>
        <translation>お店のことば</translation>
    </message>
    <message>
        <source>chosen {chosen} of {offered} times</source>
        <translation>{offered}回中{chosen}回選ばれています</translation>
    </message>
    <message numerus="yes">
        <source>rested %n day(s)</source>
        <translation>
            <numerusform>%n日ぶり</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>SayingSheet</name>
    <message>
        <source>A saying of our own</source>
        <translation>お店のことば</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>場面</translation>
    </message>
    <message>
        <source>What to say</source>
        <translation>伝えることば</translation>
    </message>
    <message>
        <source>Short and concrete</source>
        <translation>短く、具体的に</translation>
    </message>
    <message>
        <source>How to say it</source>
        <translation>伝え方</translation>
    </message>
    <message>
        <source>Calm, facing them</source>
        <translation>落ち着いて、お顔を見て</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>どちらも</translation>
    </message>
    <message>
        <source>It is proposed from now on</source>
        <translation>この言いかたも出るようになりました</translation>
    </message>
    <message>
        <source>The saying is mended</source>
        <translation>ことばを直しました</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Put a fact in</source>
        <translation>事実を差し込む</translation>
    </message>
    <message>
        <source>What it does, the first decides where it stands</source>
        <translation>このことばの働き（いちばん上のものが置き場所になります）</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>どこで</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>どなたに</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Keep the saying</source>
        <translation>ことばを残す</translation>
    </message>
    <message>
        <source>Formal</source>
        <translation>丁寧に</translation>
    </message>
    <message>
        <source>Friendly</source>
        <translation>親しく</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>対面</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>書面</translation>
    </message>
    <message>
        <source>Their name</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>話す人</translation>
    </message>
    <message>
        <source>The shop</source>
        <translation>店名</translation>
    </message>
    <message>
        <source>Bought last</source>
        <translation>前回の品</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Closing time</source>
        <translation>閉店時刻</translation>
    </message>
    <message>
        <source>Next opening</source>
        <translation>次の開店</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>品名</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Recognise</source>
        <translation>覚えている</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>受けとめる</translation>
    </message>
    <message>
        <source>Apologise</source>
        <translation>お詫び</translation>
    </message>
    <message>
        <source>Take it on</source>
        <translation>引き受ける</translation>
    </message>
    <message>
        <source>Give the reason</source>
        <translation>わけを話す</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>提案</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>たずねる</translation>
    </message>
    <message>
        <source>Name a time</source>
        <translation>時刻を約束</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>その後を確かめる</translation>
    </message>
    <message>
        <source>Thank</source>
        <translation>お礼</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>お誘い</translation>
    </message>
</context>
<context>
    <name>SayingsPanel</name>
    <message>
        <source>Check</source>
        <translation>言いかた</translation>
    </message>
    <message>
        <source>To find out what they need</source>
        <translation>お困りごとをうかがう</translation>
    </message>
    <message>
        <source>On the telephone</source>
        <translation>電話の心得</translation>
    </message>
    <message>
        <source>fewer</source>
        <translation>たたむ</translation>
    </message>
    <message>
        <source>More situations</source>
        <translation>ほかの場面</translation>
    </message>
    <message>
        <source>English beside it</source>
        <translation>英語を添える</translation>
    </message>
    <message>
        <source>Japanese beside it</source>
        <translation>日本語を添える</translation>
    </message>
    <message>
        <source>Friendly</source>
        <translation>親しく</translation>
    </message>
    <message>
        <source>Furigana</source>
        <translation>ふりがな</translation>
    </message>
    <message>
        <source>Kept on the card: friendly</source>
        <translation>親しい言いかたで、と記録しました</translation>
    </message>
    <message>
        <source>Kept on the card: formal</source>
        <translation>丁寧な言いかたで、と記録しました</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>対面</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>書面</translation>
    </message>
    <message>
        <source>Situations</source>
        <translation>場面</translation>
    </message>
    <message>
        <source>Where you speak</source>
        <translation>伝え方</translation>
    </message>
    <message>
        <source>How the sayings are shown</source>
        <translation>ことばの見せ方</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Name, kana, 4 digits or card</source>
        <translation>お名前・カナ・電話の下4桁・会員カード</translation>
    </message>
    <message>
        <source>Find a customer</source>
        <translation>お客様を探す</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Only the owner changes this.</source>
        <translation>変えられるのはオーナーだけです。</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Welcome, {name}</source>
        <translation>{name}、ご来店ありがとうございます</translation>
    </message>
    <message>
        <source>Thank you, {name}</source>
        <translation>{name}、いつもありがとうございます</translation>
    </message>
    <message>
        <source>¥{amount} off</source>
        <translation>{amount}円引き</translation>
    </message>
    <message>
        <source>{points} pt to go: {reward}</source>
        <translation>あと {points} pt で {reward}</translation>
    </message>
    <message numerus="yes">
        <source>About %n more visit(s) like your last ones</source>
        <translation>
            <numerusform>いつものお買い物で、あと %n 回ほどです</numerusform>
        </translation>
    </message>
    <message>
        <source>Yours to use today: {reward}</source>
        <translation>今日、{reward}がつかえます</translation>
    </message>
    <message>
        <source>{points} pt went back with a return. Your next points make them up; there is nothing to pay.</source>
        <translation>ご返品でお戻しの {points} pt は、次のお買い物でつくポイントから差し引きます。お支払いはいりません。</translation>
    </message>
    <message>
        <source>Points from today</source>
        <translation>今日ついたポイント</translation>
    </message>
    <message>
        <source>Points from this purchase</source>
        <translation>このお買い物でつくポイント</translation>
    </message>
    <message>
        <source>Next to expire</source>
        <translation>いちばん近い期限</translation>
    </message>
    <message>
        <source>{points} pt on {day}</source>
        <translation>{day}に {points} pt</translation>
    </message>
    <message>
        <source>{points} pt per ¥{yen}</source>
        <translation>{yen}円で {points} pt</translation>
    </message>
    <message>
        <source>({reasons})</source>
        <translation>（{reasons}）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{name} ×{factor}</source>
        <translation>{name} {factor}倍</translation>
    </message>
    <message>
        <source>birthday ×{factor}</source>
        <translation>お誕生日 {factor}倍</translation>
    </message>
    <message>
        <source>birthday present</source>
        <translation>お誕生日のプレゼント</translation>
    </message>
    <message>
        <source>“{name}” ×{factor}</source>
        <translation>「{name}」{factor}倍</translation>
    </message>
    <message>
        <source>“{name}” bonus</source>
        <translation>「{name}」の特典</translation>
    </message>
    <message>
        <source>for your visit</source>
        <translation>ご来店ポイント</translation>
    </message>
    <message>
        <source>How points work</source>
        <translation>ポイントのしくみ</translation>
    </message>
    <message>
        <source>How were we today?</source>
        <translation>今日の対応はいかがでしたか</translation>
    </message>
    <message>
        <source>One touch is all. No name to enter.</source>
        <translation>一度触れるだけ。お名前の入力はいりません</translation>
    </message>
    <message>
        <source>Thank you for telling us</source>
        <translation>お聞かせいただき、ありがとうございます</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>いらっしゃいませ</translation>
    </message>
    <message>
        <source>Open {opens} to {closes}</source>
        <translation>営業時間&#x3000;{opens}〜{closes}</translation>
    </message>
    <message>
        <source>Closed on {days}</source>
        <translation>定休日&#x3000;{days}</translation>
    </message>
    <message>
        <source>Tell us your name or show your card, and your points appear here.</source>
        <translation>お名前かカードをお知らせいただくと、ポイントがここに出ます。</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>This window</source>
        <translation>この画面</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店</translation>
    </message>
    <message>
        <source>People</source>
        <translation>スタッフ</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>プリンター</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>ことば</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>ShopFields</name>
    <message>
        <source>Shop name</source>
        <translation>店の名前</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>開店</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>閉店</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>時間帯</translation>
    </message>
    <message>
        <source>A day ends at</source>
        <translation>一日の終わり</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>定休日</translation>
    </message>
</context>
<context>
    <name>ShopSection</name>
    <message>
        <source>A clerk may give away (yen)</source>
        <translation>スタッフの判断でできる金額（円）</translation>
    </message>
    <message>
        <source>The door closes after (minutes)</source>
        <translation>自動で閉じるまで（分）</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存する</translation>
    </message>
    <message>
        <source>The shop&apos;s settings are saved</source>
        <translation>店の設定を保存しました</translation>
    </message>
    <message>
        <source>Given away at most, each time, without asking the owner; closed when nobody touches the till.</source>
        <translation>金額は、オーナーに聞かずにスタッフができる1件の上限です。しばらく触れないと、画面は自動で閉じます。</translation>
    </message>
</context>
<context>
    <name>ShopStep</name>
    <message>
        <source>Your shop</source>
        <translation>あなたの店</translation>
    </message>
</context>
<context>
    <name>StartStep</name>
    <message>
        <source>How would you like to begin?</source>
        <translation>どのように始めますか</translation>
    </message>
    <message>
        <source>Takes about three minutes. Everything stays on this computer; no network is needed.</source>
        <translation>3分ほどでできます。データはすべてこの端末に残り、ネットワークはいりません。</translation>
    </message>
    <message>
        <source>A shop with made-up customers. Try anything, no PIN is asked.</source>
        <translation>架空のお客様がいる店です。自由に試せます。暗証番号は聞かれません。</translation>
    </message>
    <message>
        <source>Make my shop</source>
        <translation>自分の店を作る</translation>
    </message>
    <message>
        <source>Look around in the demo shop</source>
        <translation>デモの店を見てみる</translation>
    </message>
</context>
<context>
    <name>Statement</name>
    <message>
        <source>Points of {name}</source>
        <translation>{name}のポイント</translation>
    </message>
    <message>
        <source>{points} pt</source>
        <translation>{points} pt</translation>
    </message>
    <message>
        <source>{points} pt owed</source>
        <translation>{points} pt 不足</translation>
    </message>
    <message>
        <source>The next points fill them.</source>
        <translation>次のポイントで埋まります。</translation>
    </message>
    <message>
        <source>{points} pt more for ¥{yen}</source>
        <translation>あと {points} pt で {yen}円券</translation>
    </message>
    <message>
        <source>When they end</source>
        <translation>有効期限</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>内訳</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>残高</translation>
    </message>
    <message>
        <source>Every line</source>
        <translation>明細</translation>
    </message>
    <message>
        <source>taken back later</source>
        <translation>あとで取り消し</translation>
    </message>
    <message>
        <source>without an end</source>
        <translation>期限なし</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>{day}まで</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>{points} pt for every ¥{yen} you spend</source>
        <translation>{yen}円のお買い物で {points} pt</translation>
    </message>
    <message>
        <source>{points} pt for every ¥{yen} you spend before tax</source>
        <translation>{yen}円（税抜）のお買い物で {points} pt</translation>
    </message>
    <message>
        <source>{reward} for {points} pt</source>
        <translation>{points} pt で {reward}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{points} pt more for each visit</source>
        <translation>ご来店のたびに {points} pt</translation>
    </message>
    <message>
        <source>Use them when you pay, from {points} pt</source>
        <translation>お会計のとき、{points} pt からつかえます</translation>
    </message>
    <message>
        <source>{needed} from January to December: {tier} (×{factor})</source>
        <translation>1月から12月に {needed}で {tier}（{factor}倍）</translation>
    </message>
    <message>
        <source>{needed} in a year: {tier} (×{factor})</source>
        <translation>年に {needed}で {tier}（{factor}倍）</translation>
    </message>
    <message>
        <source>{needed} in {days} days: {tier} (×{factor})</source>
        <translation>{days}日間に {needed}で {tier}（{factor}倍）</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>ご来店%n回</numerusform>
        </translation>
    </message>
    <message>
        <source>¥{amount}</source>
        <translation>{amount}円</translation>
    </message>
    <message>
        <source>{amount} pt</source>
        <translation>{amount} pt</translation>
    </message>
    <message>
        <source>×{factor} in the month of your birthday</source>
        <translation>お誕生月は {factor}倍</translation>
    </message>
    <message>
        <source>×{factor} on your birthday</source>
        <translation>お誕生日は {factor}倍</translation>
    </message>
    <message>
        <source>New points never expire</source>
        <translation>これからつくポイントに期限はありません</translation>
    </message>
    <message numerus="yes">
        <source>Good for %n month(s) after your last visit, to that month&apos;s end</source>
        <translation>
            <numerusform>最後のご来店から %nか月後の月末までつかえます</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Good for %n month(s), to that month&apos;s end</source>
        <translation>
            <numerusform>ついた日から %nか月後の月末までつかえます</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Things that earn nothing</source>
        <translation>ポイントのつかない品</translation>
    </message>
    <message>
        <source>Categories that earn nothing</source>
        <translation>ポイントのつかない分類</translation>
    </message>
    <message>
        <source>Gift cards</source>
        <translation>商品券</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>手数料</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>会員ランク</translation>
    </message>
    <message>
        <source>From</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>倍率（%）</translation>
    </message>
    <message>
        <source>Add a tier</source>
        <translation>ランクを加える</translation>
    </message>
    <message>
        <source>Remove tier</source>
        <translation>ランクを外す</translation>
    </message>
    <message>
        <source>At (points)</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Worth (yen)</source>
        <translation>金額（円）</translation>
    </message>
    <message>
        <source>Add a reward</source>
        <translation>特典を加える</translation>
    </message>
    <message>
        <source>Remove reward</source>
        <translation>特典を外す</translation>
    </message>
    <message>
        <source>As a voucher</source>
        <translation>券で</translation>
    </message>
    <message>
        <source>As a discount</source>
        <translation>値引きで</translation>
    </message>
    <message>
        <source>For each (yen)</source>
        <translation>いくらごとに（円）</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Tax (percent)</source>
        <translation>消費税（%）</translation>
    </message>
    <message>
        <source>Days that count</source>
        <translation>数える日数</translation>
    </message>
    <message>
        <source>Days of grace</source>
        <translation>猶予の日数</translation>
    </message>
    <message>
        <source>Points in percent</source>
        <translation>倍率（%）</translation>
    </message>
    <message>
        <source>Present (points, once a year)</source>
        <translation>プレゼント（年1回）</translation>
    </message>
    <message>
        <source>For a day&apos;s first purchase (points)</source>
        <translation>その日はじめてのお買い物（ポイント）</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>月数</translation>
    </message>
    <message>
        <source>At least (points)</source>
        <translation>最低（ポイント）</translation>
    </message>
    <message>
        <source>In steps of (points)</source>
        <translation>きざみ（ポイント）</translation>
    </message>
    <message>
        <source>Warn above so many visits</source>
        <translation>これより多い回数なら知らせる</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>切り捨て</translation>
    </message>
    <message>
        <source>To the nearest</source>
        <translation>四捨五入</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>切り上げ</translation>
    </message>
    <message>
        <source>With tax</source>
        <translation>税込</translation>
    </message>
    <message>
        <source>Without tax</source>
        <translation>税抜</translation>
    </message>
    <message>
        <source>Yen spent</source>
        <translation>お買い上げ金額</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>来店回数</translation>
    </message>
    <message>
        <source>Points earned</source>
        <translation>たまったポイント</translation>
    </message>
    <message>
        <source>The last days</source>
        <translation>直近の日数</translation>
    </message>
    <message>
        <source>The calendar year</source>
        <translation>1月から12月</translation>
    </message>
    <message>
        <source>On the day</source>
        <translation>当日</translation>
    </message>
    <message>
        <source>The whole month</source>
        <translation>お誕生月</translation>
    </message>
    <message>
        <source>The best one alone</source>
        <translation>いちばんよいものだけ</translation>
    </message>
    <message>
        <source>Added up</source>
        <translation>足し合わせる</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>期限なし</translation>
    </message>
    <message>
        <source>Months after each purchase</source>
        <translation>お買い物から数か月</translation>
    </message>
    <message>
        <source>Months after the last visit</source>
        <translation>最後のご来店から数か月</translation>
    </message>
    <message>
        <source>A discount</source>
        <translation>値引き</translation>
    </message>
    <message>
        <source>A payment</source>
        <translation>お支払い</translation>
    </message>
    <message>
        <source>Owed: the next points fill them</source>
        <translation>次のポイントで埋める</translation>
    </message>
    <message>
        <source>Settled: kept from the refund</source>
        <translation>ご返金から差し引く</translation>
    </message>
    <message>
        <source>Refused: goods are not taken back</source>
        <translation>返金はせず、交換する</translation>
    </message>
    <message>
        <source>Earning</source>
        <translation>つくポイント</translation>
    </message>
    <message>
        <source>Tax, and what earns nothing</source>
        <translation>税と、ポイントのつかないもの</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>会員ランク</translation>
    </message>
    <message>
        <source>Birthday, campaigns, visits</source>
        <translation>お誕生日・キャンペーン・ご来店</translation>
    </message>
    <message>
        <source>How long points last</source>
        <translation>ポイントの期限</translation>
    </message>
    <message>
        <source>Rewards</source>
        <translation>特典</translation>
    </message>
    <message>
        <source>Using points</source>
        <translation>ポイントのご利用</translation>
    </message>
    <message>
        <source>Points used are</source>
        <translation>使ったポイントは</translation>
    </message>
    <message>
        <source>Goods that come back</source>
        <translation>返品</translation>
    </message>
    <message>
        <source>Points used meanwhile are</source>
        <translation>使われていたポイントは</translation>
    </message>
    <message>
        <source>Round fractions</source>
        <translation>端数</translation>
    </message>
    <message>
        <source>Amounts count</source>
        <translation>金額の数え方</translation>
    </message>
    <message>
        <source>These earn nothing</source>
        <translation>ポイントをつけないもの</translation>
    </message>
    <message>
        <source>Counted over</source>
        <translation>数える期間</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>ランクの決め方</translation>
    </message>
    <message>
        <source>A birthday counts</source>
        <translation>お誕生日の特典</translation>
    </message>
    <message>
        <source>When several raise the points</source>
        <translation>いくつか重なったとき</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>キャンペーン</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>買い物</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>対応</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>これまで</translation>
    </message>
    <message>
        <source>What happened so far</source>
        <translation>これまでのこと</translation>
    </message>
</context>
<context>
    <name>Twice</name>
    <message>
        <source>Once more</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>{what} once more</source>
        <translation>{what}をもう一度</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>Versions</source>
        <translation>きまりの履歴</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>見る</translation>
    </message>
    <message>
        <source>Show the rules of {day}</source>
        <translation>{day}のきまりを見る</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>{day}から</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>これから</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>いま</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>過去</translation>
    </message>
    <message>
        <source>{points} pt per ¥{yen}</source>
        <translation>{yen}円で {points} pt</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Your shop</source>
        <translation>あなたの店</translation>
    </message>
    <message>
        <source>You, the owner</source>
        <translation>オーナー（あなた）</translation>
    </message>
    <message>
        <source>The recovery code</source>
        <translation>復旧コード</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Making your shop…</source>
        <translation>店を作っています…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>進む</translation>
    </message>
    <message>
        <source>Open the shop</source>
        <translation>店を開く</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>ようこそ</translation>
    </message>
    <message>
        <source>Remember every customer, keep every promise.</source>
        <translation>お客様を覚え、約束を守る。</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>The shop&apos;s data is busy with a long piece of work. This is stored as soon as that is done.</source>
        <translation>大きな処理を実行中です。この記録は、処理が終わりしだい保存されます。</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新しいお客様</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>オーナー</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>スタッフ</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>元に戻しました</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>もう一度印刷</translation>
    </message>
    <message>
        <source>Demo shop: try anything</source>
        <translation>デモの店です。自由に試せます</translation>
    </message>
    <message>
        <source>Saved on this computer, works offline</source>
        <translation>この端末に保存済み・オフラインで利用できます</translation>
    </message>
    <message>
        <source>The window closes as soon as the long piece of work is done.</source>
        <translation>大きな処理が終わりしだい、画面を閉じます。</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>接客</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>約束</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日報</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
</context>
<context>
    <name>WindowSection</name>
    <message>
        <source>Light</source>
        <translation>明るい</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>暗い</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>ふつう</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大きめ</translation>
    </message>
    <message>
        <source>Very large</source>
        <translation>とても大きい</translation>
    </message>
    <message>
        <source>This screen, turned (F12)</source>
        <translation>この画面を向ける（F12）</translation>
    </message>
    <message>
        <source>A second screen</source>
        <translation>2台目の画面</translation>
    </message>
    <message>
        <source>None</source>
        <translation>使わない</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>What the customer sees</source>
        <translation>お客様用の画面</translation>
    </message>
    <message>
        <source>Their own points, how they come, and one touch for how it was. It empties after a minute.</source>
        <translation>ご本人のポイントとしくみ、ひと触れの評価だけが出ます。1分触れないと消えます。</translation>
    </message>
</context>
<context>
    <name>WordCard</name>
    <message>
        <source>The owner&apos;s word</source>
        <translation>オーナーのひとこと</translation>
    </message>
    <message>
        <source>Thanks, or what will change</source>
        <translation>お礼や、これから変えること</translation>
    </message>
    <message>
        <source>Save the word</source>
        <translation>ひとことを残す</translation>
    </message>
    <message>
        <source>No word yet.</source>
        <translation>まだありません。</translation>
    </message>
    <message>
        <source>The word is saved</source>
        <translation>ひとことを残しました</translation>
    </message>
    <message>
        <source>Not confirmed yet</source>
        <translation>まだ確認していません</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>確認済み</translation>
    </message>
    <message>
        <source>by {name}, {day} {time}</source>
        <translation>{name}&#x3000;{day} {time}</translation>
    </message>
    <message>
        <source>Everybody sees it at the next opening.</source>
        <translation>次に店を開くとき、みんなに見えます。</translation>
    </message>
    <message>
        <source>This day&apos;s notes</source>
        <translation>この日の日報</translation>
    </message>
</context>
<context>
    <name>WordsSection</name>
    <message>
        <source>Add a saying</source>
        <translation>ことばを加える</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>決まりを加える</translation>
    </message>
    <message>
        <source>Rules that cannot be used</source>
        <translation>使えない決まり</translation>
    </message>
    <message>
        <source>None yet. What your shop says well belongs here.</source>
        <translation>まだありません。お店でよく使う、よい言いかたを残せます。</translation>
    </message>
    <message>
        <source>None yet. The rules that come with the program hold all the same.</source>
        <translation>まだありません。はじめから入っている決まりは、このままで働きます。</translation>
    </message>
    <message>
        <source>{language}, line {line}: {reason}</source>
        <translation>{language} {line}行目：{reason}</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>「{words}」</translation>
    </message>
    <message>
        <source>It holds no longer</source>
        <translation>使うのをやめました</translation>
    </message>
    <message>
        <source>Sayings of our own</source>
        <translation>お店のことば</translation>
    </message>
    <message>
        <source>Rules of our own</source>
        <translation>お店の決まり</translation>
    </message>
</context>
<context>
    <name>_ChangeSheet</name>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation>短いことばで</translation>
    </message>
    <message>
        <source>Promised for {time}</source>
        <translation>{time} の約束</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
</context>
<context>
    <name>_Column</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Person</name>
    <message>
        <source>Change who works here</source>
        <translation>担当を替わる</translation>
    </message>
</context>
<context>
    <name>entries</name>
    <message>
        <source>Note written</source>
        <translation>お便りを書いた</translation>
    </message>
    <message>
        <source>Letter written</source>
        <translation>手紙を書いた</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>お声がけ</translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation>担当 {name}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Returned {yen}</source>
        <translation>返品 {yen}</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>解決</translation>
    </message>
    <message>
        <source>Waits for the owner</source>
        <translation>オーナーの返事待ち</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>対応中</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>苦情</translation>
    </message>
    <message>
        <source>Wants: {what}</source>
        <translation>望み: {what}</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>約束</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>果たした</translation>
    </message>
    <message>
        <source>Due: {time}</source>
        <translation>期限 {time}</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>取り消し済み</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>評価</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>「{words}」</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>お好み</translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation>アレルギー</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>お話</translation>
    </message>
    <message>
        <source>noticed by us</source>
        <translation>こちらの気づき</translation>
    </message>
</context>
<context>
    <name>examples</name>
    <message>
        <source>{yen} bring {points}</source>
        <translation>{yen}で {points}</translation>
    </message>
    <message>
        <source>{yen} with tax count as {base}: {points}</source>
        <translation>税込{yen}は {base} と数えて {points}</translation>
    </message>
    <message>
        <source>{yen} including a {card} gift card: {base} count, {points}</source>
        <translation>商品券{card}を含む{yen}なら、{base}に {points}</translation>
    </message>
    <message>
        <source>{tier}: {yen} bring {points}</source>
        <translation>{tier}: {yen}で {points}</translation>
    </message>
    <message>
        <source>Today everything since {day} counts</source>
        <translation>今日なら、{day}からの分を数えます</translation>
    </message>
    <message>
        <source>Who falls below keeps the tier {days} days longer</source>
        <translation>条件を下回っても、{days}日はそのままです</translation>
    </message>
    <message>
        <source>On the birthday {yen} bring {points}</source>
        <translation>お誕生日の日は、{yen}で {points}</translation>
    </message>
    <message>
        <source>In the month of the birthday {yen} bring {points}</source>
        <translation>お誕生月は、{yen}で {points}</translation>
    </message>
    <message>
        <source>A day&apos;s first purchase of {yen} brings {points}</source>
        <translation>その日はじめての{yen}のお買い物で {points}</translation>
    </message>
    <message>
        <source>{tier} and a birthday together: {yen} bring {points}</source>
        <translation>{tier}とお誕生日が重なると、{yen}で {points}</translation>
    </message>
    <message>
        <source>Points never end</source>
        <translation>期限はありません</translation>
    </message>
    <message>
        <source>Points given today can be used until {day}</source>
        <translation>今日ついたポイントは {day}まで使えます</translation>
    </message>
    <message>
        <source>{points}: {yen}, a point is worth {each} yen</source>
        <translation>{points}で {yen}。1ポイントは {each} 円</translation>
    </message>
    <message>
        <source>Told once the shop has its first sales</source>
        <translation>お買い物の記録ができると、ここに出ます</translation>
    </message>
    <message>
        <source>A usual sale of {yen} brings nothing: nobody reaches a reward</source>
        <translation>ふつうのお買い物（{yen}）でポイントがつかず、どなたも特典に届きません</translation>
    </message>
    <message>
        <source>A usual customer ({yen} a visit) needs {visits} visits for the first reward. That is too long to care for: a smaller first reward would help.</source>
        <translation>ふつうのお客様（1回 {yen}）がはじめの特典に届くまで {visits}回かかります。楽しみにするには遠すぎます。はじめの特典を小さくするとよくなります。</translation>
    </message>
    <message>
        <source>A usual customer ({yen} a visit) has the first reward after {visits} visits</source>
        <translation>ふつうのお客様（1回 {yen}）は、{visits}回ではじめの特典に届きます</translation>
    </message>
    <message>
        <source>Who has {balance} is offered {points} on {yen}: {off} off</source>
        <translation>{balance}をお持ちで{yen}のお買い物なら、{points}で {off} 引きをおすすめ</translation>
    </message>
    <message>
        <source>{yen}, {part} of it by points: {base} earn, {points}</source>
        <translation>{yen}のうち{part}をポイントで: {base}に {points} つきます</translation>
    </message>
    <message>
        <source>We say: “{words}”</source>
        <translation>お伝えする言葉: 「{words}」</translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>Smaregi members</source>
        <translation>スマレジの会員一覧</translation>
    </message>
    <message>
        <source>Square customers</source>
        <translation>Square の顧客</translation>
    </message>
    <message>
        <source>Square items sold</source>
        <translation>Square の商品明細</translation>
    </message>
    <message>
        <source>Shopify customers</source>
        <translation>Shopify の顧客</translation>
    </message>
    <message>
        <source>Shopify orders</source>
        <translation>Shopify の注文</translation>
    </message>
    <message>
        <source>CarePOS customers</source>
        <translation>CarePOS のお客様</translation>
    </message>
    <message>
        <source>AirREGI receipts</source>
        <translation>Airレジの会計明細</translation>
    </message>
    <message>
        <source>Loyverse receipts by item</source>
        <translation>Loyverse の商品別レシート</translation>
    </message>
    <message>
        <source>A table of your own</source>
        <translation>自由な表</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>使わない</translation>
    </message>
    <message>
        <source>Whole name</source>
        <translation>お名前（姓名）</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Whole reading</source>
        <translation>読み（せいめい）</translation>
    </message>
    <message>
        <source>Family name, reading</source>
        <translation>せい</translation>
    </message>
    <message>
        <source>Given name, reading</source>
        <translation>めい</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Member card</source>
        <translation>会員カード</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>誕生日</translation>
    </message>
    <message>
        <source>Points so far</source>
        <translation>はじめの残高</translation>
    </message>
    <message>
        <source>Points end on</source>
        <translation>ポイントの期限</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>登録日</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>最近の来店</translation>
    </message>
</context>
<context>
    <name>figures</name>
    <message>
        <source>Customers</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>苦情</translation>
    </message>
    <message>
        <source>Promises kept</source>
        <translation>守った約束</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>評価</translation>
    </message>
    <message>
        <source>{percent}% returning</source>
        <translation>うち再来店 {percent}%</translation>
    </message>
    <message>
        <source>None on this day</source>
        <translation>この日はありません</translation>
    </message>
    <message>
        <source>Not answered yet</source>
        <translation>まだお返事していません</translation>
    </message>
    <message>
        <source>First answer: {minutes} min</source>
        <translation>初回対応 中央値 {minutes}分</translation>
    </message>
    <message>
        <source>First answer: {hours} h</source>
        <translation>初回対応 中央値 {hours}時間</translation>
    </message>
    <message>
        <source>None fell due</source>
        <translation>期限の約束なし</translation>
    </message>
    <message>
        <source>{count} not in time</source>
        <translation>{count}件は時刻に間に合わず</translation>
    </message>
    <message>
        <source>{count} in all, {low} low</source>
        <translation>{count}件・低評価 {low}件</translation>
    </message>
    <message>
        <source>{count} in all</source>
        <translation>{count}件</translation>
    </message>
    <message>
        <source>Used {used}, held {held}</source>
        <translation>利用 {used}・残 {held}</translation>
    </message>
    <message>
        <source>All due this day, in time</source>
        <translation>この日の期限は、すべて時刻どおり</translation>
    </message>
    <message>
        <source>No ratings</source>
        <translation>評価なし</translation>
    </message>
</context>
<context>
    <name>lines</name>
    <message>
        <source>{points} pt without an end</source>
        <translation>{points} pt（期限なし）</translation>
    </message>
    <message>
        <source>{points} pt until {day}</source>
        <translation>{points} pt（{day}まで）</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Something unexpected happened. Nothing recorded was lost; please try again.</source>
        <translation>思いがけないことが起きました。記録したものは失われていません。もう一度お試しください。</translation>
    </message>
    <message>
        <source>That cannot be done ({rule}).</source>
        <translation>この操作は受け付けられません（{rule}）。</translation>
    </message>
    <message>
        <source>Only amounts in yen can be brought in.</source>
        <translation>取り込めるのは円の金額だけです。</translation>
    </message>
    <message>
        <source>Please enter whole yen.</source>
        <translation>円未満のない金額を入力してください。</translation>
    </message>
    <message>
        <source>Please enter an amount in digits.</source>
        <translation>金額を数字で入力してください。</translation>
    </message>
    <message>
        <source>An amount cannot be below zero.</source>
        <translation>0円以上の金額を入力してください。</translation>
    </message>
    <message>
        <source>Please enter 1 or more.</source>
        <translation>1以上の数を入力してください。</translation>
    </message>
    <message>
        <source>The part cannot be more than the whole: {most}.</source>
        <translation>全体（{most}）より大きくはできません。</translation>
    </message>
    <message>
        <source>That is too large; at most {most} can be entered.</source>
        <translation>大きすぎます。{most} までの数を入力してください。</translation>
    </message>
    <message>
        <source>This birthday lies in the future.</source>
        <translation>誕生日が未来の日付です。</translation>
    </message>
    <message>
        <source>Line {line} has the same card.</source>
        <translation>{line} 行目と同じ会員カードです。</translation>
    </message>
    <message>
        <source>This customer has another card by now.</source>
        <translation>このお客様には、すでに別のカードがあります。</translation>
    </message>
    <message>
        <source>This customer has a card already.</source>
        <translation>このお客様は、すでにカードをお持ちです。</translation>
    </message>
    <message>
        <source>This card already belongs to another customer.</source>
        <translation>このカードは別のお客様がお使いです。</translation>
    </message>
    <message>
        <source>Please choose one of the choices.</source>
        <translation>選択肢から選んでください。</translation>
    </message>
    <message>
        <source>The clock stands far ahead. The owner is asked before any points end.</source>
        <translation>時計が大きく進んでいます。ポイントを失効させる前に、オーナーに確かめます。</translation>
    </message>
    <message>
        <source>Please say which column holds the name.</source>
        <translation>お名前の列を選んでください。</translation>
    </message>
    <message>
        <source>This file has no such column.</source>
        <translation>その列はファイルにありません。</translation>
    </message>
    <message>
        <source>This complaint is closed already.</source>
        <translation>この苦情はすでに解決済みです。</translation>
    </message>
    <message>
        <source>Please write what the customer said.</source>
        <translation>お客様のことばを書いてください。</translation>
    </message>
    <message>
        <source>This complaint is no longer here.</source>
        <translation>この苦情は見つかりません。</translation>
    </message>
    <message>
        <source>Health facts are kept only with the customer&apos;s consent.</source>
        <translation>健康に関することは、ご本人の同意をいただいてから残します。</translation>
    </message>
    <message>
        <source>This customer has records already and stays.</source>
        <translation>このお客様にはすでに記録があるため、登録は残ります。</translation>
    </message>
    <message>
        <source>This customer is one with another now. Please open that one.</source>
        <translation>このお客様は、別の記録と一つになっています。そちらを開いてください。</translation>
    </message>
    <message>
        <source>{file} is no copy of this shop. Please choose one that was made here.</source>
        <translation>{file}はこの店の控えではありません。この店で作った控えを選んでください。</translation>
    </message>
    <message>
        <source>Somebody alike is here already. If this is another person, press Register once more.</source>
        <translation>よく似た方がすでにいらっしゃいます。別の方なら、もう一度「登録する」を押してください。</translation>
    </message>
    <message>
        <source>Please enter a name or its reading.</source>
        <translation>お名前か読みを入力してください。</translation>
    </message>
    <message>
        <source>Nobody, or more than one, is found by this. Please enter the card or the whole phone number.</source>
        <translation>見つからないか、何人も見つかりました。会員カードか、電話番号全体を入力してください。</translation>
    </message>
    <message>
        <source>These two were not merged here.</source>
        <translation>この統合の記録は見つかりません。</translation>
    </message>
    <message>
        <source>This customer is no longer here.</source>
        <translation>このお客様は見つかりません。</translation>
    </message>
    <message>
        <source>Please choose a time within two years.</source>
        <translation>2年以内の日時を選んでください。</translation>
    </message>
    <message>
        <source>This date lies in the future.</source>
        <translation>未来の日付になっています。</translation>
    </message>
    <message>
        <source>This is not a date. For example: 2/14, or 1980-02-14.</source>
        <translation>日付として読めません。例: 2/14、17:30、明日 12時</translation>
    </message>
    <message>
        <source>That day has gone by. If you mean next year, please write the year too.</source>
        <translation>その日はもう過ぎています。来年のことなら、年も書いてください。</translation>
    </message>
    <message>
        <source>Please write the year too, as in 2026-12-01.</source>
        <translation>年も入れてください。例: 2026-12-01</translation>
    </message>
    <message>
        <source>A day can be confirmed once it has begun.</source>
        <translation>確認できるのは、始まった日からです。</translation>
    </message>
    <message>
        <source>There is no decision to take back.</source>
        <translation>取り消す返事がありません。</translation>
    </message>
    <message>
        <source>This was decided already.</source>
        <translation>すでにお返事済みです。</translation>
    </message>
    <message>
        <source>This is not an e-mail address.</source>
        <translation>メールアドレスとして読めません。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>ファイルが空です。</translation>
    </message>
    <message>
        <source>Line {line} cannot be read as text. Please save the file as UTF-8 or Shift_JIS.</source>
        <translation>{line} 行目が文字として読めません。UTF-8 か Shift_JIS で保存し直してください。</translation>
    </message>
    <message>
        <source>There is a file named {file} already.</source>
        <translation>{file} という名前のファイルがすでにあります。</translation>
    </message>
    <message>
        <source>Line {line} is too long for a row of a table. Please look at the file; nothing was brought in.</source>
        <translation>{line} 行目が長すぎて、表として読めません。ファイルをご確認ください。何も取り込んでいません。</translation>
    </message>
    <message>
        <source>This file is not a table. Please choose a CSV or Excel file.</source>
        <translation>表のファイルではありません。CSV か Excel のファイルを選んでください。</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>ファイルが見つかりません。</translation>
    </message>
    <message>
        <source>The file is too large. Please split it.</source>
        <translation>ファイルが大きすぎます。分けてください。</translation>
    </message>
    <message>
        <source>The file has too many columns; at most {most} can be read.</source>
        <translation>列が多すぎます。読めるのは {most} 列までです。</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>フォルダー {folder} がありません。</translation>
    </message>
    <message>
        <source>The folder cannot be written to. Please choose another.</source>
        <translation>そのフォルダーには書き込めません。別の場所を選んでください。</translation>
    </message>
    <message>
        <source>You can give up to {limit} yen yourself. Please choose &quot;Ask the owner&quot;.</source>
        <translation>ご自身の判断でできるのは{limit}円までです。「オーナーに頼む」を選んでください。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was brought in.</source>
        <translation>止めました。何も取り込んでいません。</translation>
    </message>
    <message>
        <source>This file was not brought in here.</source>
        <translation>このファイルの取り込み記録はありません。</translation>
    </message>
    <message>
        <source>This kind of file is not known.</source>
        <translation>この種類のファイルには対応していません。</translation>
    </message>
    <message>
        <source>This member has left the other system.</source>
        <translation>元のシステムで退会した会員です。</translation>
    </message>
    <message>
        <source>The other system marks this card as lost.</source>
        <translation>元のシステムで紛失とされたカードです。</translation>
    </message>
    <message>
        <source>This member was merged with another one.</source>
        <translation>元のシステムで名寄せされた会員です。</translation>
    </message>
    <message>
        <source>The other system has stopped this member.</source>
        <translation>元のシステムで利用停止の会員です。</translation>
    </message>
    <message>
        <source>Please write the saying.</source>
        <translation>ことばを入れてください。</translation>
    </message>
    <message>
        <source>{fact} is no fact that can be filled in.</source>
        <translation>{fact} は、入れられる事柄ではありません。</translation>
    </message>
    <message>
        <source>Please choose one to five moves.</source>
        <translation>ことばの運びを1つから5つ選んでください。</translation>
    </message>
    <message>
        <source>The one who stayed was merged again later. Please take that apart first.</source>
        <translation>残したお客様は、そのあと別のお客様と一つになっています。先にそちらを元に戻してください。</translation>
    </message>
    <message>
        <source>That is the same customer. Please choose another one.</source>
        <translation>同じお客様の記録です。別の記録を選んでください。</translation>
    </message>
    <message>
        <source>This was taken apart already.</source>
        <translation>すでに元に戻してあります。</translation>
    </message>
    <message>
        <source>Please write something to keep.</source>
        <translation>残す内容を書いてください。</translation>
    </message>
    <message>
        <source>This was recorded already as something else.</source>
        <translation>すでに別の記録として残っています。</translation>
    </message>
    <message>
        <source>The shop has {most} of these already; please end one first.</source>
        <translation>すでに{most}件あります。先にどれかを終えてください。</translation>
    </message>
    <message>
        <source>This saying is no longer here.</source>
        <translation>このことばは、もうここにありません。</translation>
    </message>
    <message>
        <source>This rule is no longer here.</source>
        <translation>この決まりは、もうここにありません。</translation>
    </message>
    <message>
        <source>These rules are too many to be read.</source>
        <translation>決まりが多すぎて読み込めません。</translation>
    </message>
    <message>
        <source>From here on there are too many rules.</source>
        <translation>ここから先は、決まりが多すぎます。</translation>
    </message>
    <message>
        <source>This cannot be read: {fact}</source>
        <translation>読み取れません：{fact}</translation>
    </message>
    <message>
        <source>A list of words cannot be read: {fact}</source>
        <translation>ことばの一覧が読み取れません：{fact}</translation>
    </message>
    <message>
        <source>The two passphrases differ. Please type them again.</source>
        <translation>2つの合言葉が違います。もう一度入力してください。</translation>
    </message>
    <message>
        <source>The passphrase needs at least 8 characters.</source>
        <translation>合言葉は8文字以上にしてください。</translation>
    </message>
    <message>
        <source>The passphrase cannot be read from {file}.</source>
        <translation>{file} から合言葉を読めません。</translation>
    </message>
    <message>
        <source>That is not the passphrase. Please try again.</source>
        <translation>合言葉が違います。もう一度お試しください。</translation>
    </message>
    <message>
        <source>This is not a phone number. Without one, leave it empty.</source>
        <translation>電話番号として読めません。ない場合は空のままにしてください。</translation>
    </message>
    <message>
        <source>This PIN is easily guessed. Please choose another.</source>
        <translation>この暗証番号は推測されやすいため、別の番号にしてください。</translation>
    </message>
    <message>
        <source>The two PINs differ. Please type them again.</source>
        <translation>2つの暗証番号が違います。もう一度入力してください。</translation>
    </message>
    <message>
        <source>Too many wrong PINs. The owner can give you a new one.</source>
        <translation>間違いが続いたため止めています。オーナーに新しい暗証番号を頼んでください。</translation>
    </message>
    <message>
        <source>A PIN has 4 to 8 digits.</source>
        <translation>暗証番号は4〜8桁の数字です。</translation>
    </message>
    <message>
        <source>Please wait {seconds} seconds, then try again.</source>
        <translation>{seconds}秒待ってから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>That is not the PIN. Please try again.</source>
        <translation>暗証番号が違います。もう一度お試しください。</translation>
    </message>
    <message>
        <source>This line of points is not here.</source>
        <translation>このポイントの行は見つかりません。</translation>
    </message>
    <message>
        <source>The points are not a whole number.</source>
        <translation>ポイントが整数ではありません。</translation>
    </message>
    <message>
        <source>This movement of points has no receipt of its own.</source>
        <translation>このポイントの記録には、単独のレシートがありません。</translation>
    </message>
    <message>
        <source>There are {balance} points. Please use at most that many.</source>
        <translation>残りは {balance} ポイントです。その範囲でお使いください。</translation>
    </message>
    <message>
        <source>Please enter 1 point or more.</source>
        <translation>1ポイント以上を入力してください。</translation>
    </message>
    <message>
        <source>A line that takes something back cannot be taken back itself.</source>
        <translation>取り消しの行は、それ自体を取り消せません。</translation>
    </message>
    <message>
        <source>This is your own card. Please let a colleague do it.</source>
        <translation>ご自分のカードです。ほかのスタッフに頼んでください。</translation>
    </message>
    <message>
        <source>Goods of this sale came back since. Please take that back first.</source>
        <translation>このお買い物は、そのあと返品がありました。先に返品を取り消してください。</translation>
    </message>
    <message>
        <source>{missing} of these points have been used already. Take back their use first.</source>
        <translation>このうち {missing} ポイントはすでに使われています。先にその利用を取り消してください。</translation>
    </message>
    <message>
        <source>Points are used from {least} on, in steps of {step}, or as many as a reward needs.</source>
        <translation>ポイントは{least}から{step}きざみ、または特典と同じ数でお使いいただけます。</translation>
    </message>
    <message>
        <source>Please enter the printer&apos;s address, for example 192.168.1.20.</source>
        <translation>プリンターのアドレスを入力してください。例：192.168.1.20</translation>
    </message>
    <message>
        <source>No printer is set here. The owner chooses one in the settings.</source>
        <translation>このレジにはプリンターが設定されていません。オーナーが設定で選べます。</translation>
    </message>
    <message>
        <source>The printer at {place} does not answer. Is it switched on?</source>
        <translation>プリンター（{place}）から応答がありません。電源をお確かめください。</translation>
    </message>
    <message>
        <source>The printer has no paper.</source>
        <translation>プリンターに用紙がありません。</translation>
    </message>
    <message>
        <source>The printer at {place} takes nothing just now.</source>
        <translation>プリンター（{place}）は、いま受け付けていません。</translation>
    </message>
    <message>
        <source>The line to the printer was cut. Please look at the paper.</source>
        <translation>プリンターとの接続が切れました。用紙をお確かめください。</translation>
    </message>
    <message>
        <source>The printer stopped midway. Is there paper?</source>
        <translation>印刷が途中で止まりました。用紙をお確かめください。</translation>
    </message>
    <message>
        <source>There is no printer at {place}.</source>
        <translation>{place} にプリンターが見つかりません。</translation>
    </message>
    <message>
        <source>“{name}” is for {item}, which earns nothing. Please take it out of one of the two.</source>
        <translation>「{name}」の{item}は、ポイントのつかないものにも入っています。どちらかから外してください。</translation>
    </message>
    <message>
        <source>“{name}” ends before it begins.</source>
        <translation>「{name}」は、始まる前に終わっています。</translation>
    </message>
    <message>
        <source>“{name}” gives nothing: please enter more than 100 %, or points on top.</source>
        <translation>「{name}」では何もつきません。100%より大きい倍率か、上乗せのポイントを入力してください。</translation>
    </message>
    <message>
        <source>Please give the campaign a name.</source>
        <translation>キャンペーンの名前を入力してください。</translation>
    </message>
    <message>
        <source>“{name}” never runs: none of its weekdays lies between its first day and its last.</source>
        <translation>「{name}」の期間に、選んだ曜日がありません。</translation>
    </message>
    <message>
        <source>Please enter a number from {least} to {most}.</source>
        <translation>{least}から{most}までの数を入力してください。</translation>
    </message>
    <message>
        <source>“{name}” is for {group}, but there is no such tier.</source>
        <translation>「{name}」の対象「{group}」という会員ランクはありません。</translation>
    </message>
    <message>
        <source>The first reward stands at {points} points: nobody could use them. Please enter {points} or less.</source>
        <translation>はじめの特典は{points}ポイントです。これでは使えないため、{points}以下にしてください。</translation>
    </message>
    <message>
        <source>The first tier must begin at 0, so that everybody has one.</source>
        <translation>はじめの会員ランクは0からにしてください。どなたにもランクがつきます。</translation>
    </message>
    <message>
        <source>Please enter at least one reward.</source>
        <translation>特典をひとつは入力してください。</translation>
    </message>
    <message>
        <source>The reward at {higher} points must need more than the one at {lower}, and be worth no less a point.</source>
        <translation>{higher}ポイントの特典は、{lower}ポイントの特典より多いポイントで、1ポイントの値打ちが下がらないようにしてください。</translation>
    </message>
    <message>
        <source>Two of them have the same name.</source>
        <translation>同じ名前が2つあります。</translation>
    </message>
    <message>
        <source>The least to use, {least}, is no whole number of such steps.</source>
        <translation>最低のポイント（{least}）が、このきざみで割り切れません。</translation>
    </message>
    <message>
        <source>Please give each tier a name.</source>
        <translation>会員ランクには、それぞれ名前をつけてください。</translation>
    </message>
    <message>
        <source>{higher} must need more than {lower}, and give no less.</source>
        <translation>{higher}は、{lower}より高い条件で、倍率が下がらないようにしてください。</translation>
    </message>
    <message>
        <source>“{name}” has a weekday that does not exist.</source>
        <translation>「{name}」の曜日が正しくありません。</translation>
    </message>
    <message>
        <source>This rule cannot be read: {fault}</source>
        <translation>この決まりは読めません：{fault}</translation>
    </message>
    <message>
        <source>The rule does not find this sentence: {fact}</source>
        <translation>この文が見つかりません：{fact}</translation>
    </message>
    <message>
        <source>The rule finds this sentence, which it should not: {fact}</source>
        <translation>見逃すはずの文が見つかってしまいます：{fact}</translation>
    </message>
    <message>
        <source>This cannot be read as something one says: {fact}</source>
        <translation>言いかたとして読み取れません：{fact}</translation>
    </message>
    <message>
        <source>Something is still missing or too long.</source>
        <translation>空いているところか、長すぎるところがあります。</translation>
    </message>
    <message>
        <source>There is a rule of this name already: {fact}</source>
        <translation>同じ名前の決まりがあります：{fact}</translation>
    </message>
    <message>
        <source>This saying was not remembered here.</source>
        <translation>このことばの記録は、ここにありません。</translation>
    </message>
    <message>
        <source>The door closes after 1 to 60 minutes; a limit is 0 yen or more.</source>
        <translation>自動で閉じるまでは1〜60分、金額は0円以上にしてください。</translation>
    </message>
    <message>
        <source>The shop is open in a window. Please close it first.</source>
        <translation>この店はウィンドウで開いています。先に閉じてください。</translation>
    </message>
    <message>
        <source>This person is no longer here.</source>
        <translation>この人はもういません。</translation>
    </message>
    <message>
        <source>The folder cannot be used: {folder}</source>
        <translation>このフォルダーは使えません: {folder}</translation>
    </message>
    <message>
        <source>The file has headings, but no rows below them. Nothing was brought in.</source>
        <translation>見出しだけで、データの行がありません。何も取り込んでいません。</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Please wait until the long piece of work is done.</source>
        <translation>暗証番号の間違いが続きました。大きな処理が終わるまでお待ちください。</translation>
    </message>
    <message>
        <source>This is not a time. For example: 17:30, or tomorrow 12:00.</source>
        <translation>日時として読み取れません。例: 17:30、明日 12:00</translation>
    </message>
    <message>
        <source>The lines do not add up to the receipt&apos;s total.</source>
        <translation>明細の合計が会計の合計と合いません。</translation>
    </message>
    <message>
        <source>{count} records do not agree. Please restore a copy, or call for help.</source>
        <translation>{count}件の記録が合いません。控えから戻すか、サポートに連絡してください。</translation>
    </message>
    <message>
        <source>This was taken back already.</source>
        <translation>すでに取り消し済みです。</translation>
    </message>
    <message>
        <source>This is not an id. Please copy it whole.</source>
        <translation>IDの形ではありません。すべて写してください</translation>
    </message>
    <message>
        <source>New rules can start today or later.</source>
        <translation>新しいきまりは、今日以降の日から始められます。</translation>
    </message>
    <message>
        <source>This promise is closed already.</source>
        <translation>この約束はすでに終わっています。</translation>
    </message>
    <message>
        <source>Please write what is promised.</source>
        <translation>約束する内容を書いてください。</translation>
    </message>
    <message>
        <source>Please promise a time that is still to come.</source>
        <translation>これから来る時刻を約束してください。</translation>
    </message>
    <message>
        <source>This promise is no longer here.</source>
        <translation>この約束は見つかりません。</translation>
    </message>
    <message>
        <source>The quantity is not a number.</source>
        <translation>数量が数字ではありません。</translation>
    </message>
    <message>
        <source>A rating goes from 1 to 5.</source>
        <translation>評価は1から5までです。</translation>
    </message>
    <message>
        <source>Please give the reason in a few words.</source>
        <translation>理由を短く書いてください。</translation>
    </message>
    <message>
        <source>Line {line} has the same receipt number.</source>
        <translation>{line} 行目と同じ伝票番号です。</translation>
    </message>
    <message>
        <source>Please enter the receipt number.</source>
        <translation>伝票番号を入力してください。</translation>
    </message>
    <message>
        <source>This receipt has too many lines.</source>
        <translation>この会計は明細が多すぎます。</translation>
    </message>
    <message>
        <source>This customer has no sale with receipt {receipt}.</source>
        <translation>このお客様に、伝票番号 {receipt} のお買い上げは見つかりません。</translation>
    </message>
    <message>
        <source>Receipt {receipt} has its points already.</source>
        <translation>伝票番号 {receipt} には、すでにポイントがついています。</translation>
    </message>
    <message>
        <source>That is not the last group of the code.</source>
        <translation>コードの最後の4文字と違います。</translation>
    </message>
    <message>
        <source>The recovery code has a slip in it. Please compare each group.</source>
        <translation>復旧コードに打ち間違いがあります。4文字ずつ見比べてください。</translation>
    </message>
    <message>
        <source>This recovery code belongs to another shop.</source>
        <translation>この復旧コードは別の店のものです。</translation>
    </message>
    <message>
        <source>At most {most} yen of this sale can come back.</source>
        <translation>このお買い上げで返品できるのは {most}円までです。</translation>
    </message>
    <message>
        <source>Only the owner can do this.</source>
        <translation>これはオーナーだけができます。</translation>
    </message>
    <message>
        <source>The row has more or fewer columns than the heading.</source>
        <translation>列の数が見出しと違います。</translation>
    </message>
    <message>
        <source>Line {line} is the same customer.</source>
        <translation>{line} 行目と同じお客様です。</translation>
    </message>
    <message>
        <source>The day can end between 0:00 and 11:00.</source>
        <translation>一日の終わりは0時から11時の間で選んでください。</translation>
    </message>
    <message>
        <source>Please enter the hours as 10:00, and a time zone from the list.</source>
        <translation>時刻は 10:00 のように、時間帯は一覧から選んでください。</translation>
    </message>
    <message>
        <source>Please enter the shop&apos;s name.</source>
        <translation>店の名前を入力してください。</translation>
    </message>
    <message>
        <source>Something is in this folder already: {folder}</source>
        <translation>このフォルダーには、すでに何かが入っています: {folder}</translation>
    </message>
    <message>
        <source>There is no such situation. Please choose one of the situations.</source>
        <translation>その場面はありません。場面のなかから選んでください。</translation>
    </message>
    <message>
        <source>The shop needs one owner at least.</source>
        <translation>オーナーが少なくとも一人必要です。</translation>
    </message>
    <message>
        <source>Please enter a name of at most 40 characters.</source>
        <translation>40文字以内の名前を入力してください。</translation>
    </message>
    <message>
        <source>Please choose staff or owner.</source>
        <translation>スタッフかオーナーを選んでください。</translation>
    </message>
    <message>
        <source>The store is busy. What you typed is kept; please try again.</source>
        <translation>保存先が混み合っています。入力した内容は残っています。もう一度お試しください。</translation>
    </message>
    <message>
        <source>The copy could not be read back. The shop itself is untouched.</source>
        <translation>控えを読み直せませんでした。店のデータはそのままです。</translation>
    </message>
    <message>
        <source>The copy could not be made. Is there room on the disk?</source>
        <translation>控えを作れませんでした。ディスクの空きを確かめてください。</translation>
    </message>
    <message>
        <source>The store did not answer. Nothing half done remains; please try again.</source>
        <translation>保存先から返事がありません。途中のものは残っていません。もう一度お試しください。</translation>
    </message>
    <message>
        <source>The disk is full. Please free some space; nothing was lost.</source>
        <translation>ディスクがいっぱいです。空きを作ってください。失われたものはありません。</translation>
    </message>
    <message>
        <source>The key of this shop is not on this computer. Please enter the recovery code.</source>
        <translation>この店の鍵がこの端末にありません。復旧コードを入力してください。</translation>
    </message>
    <message>
        <source>There is no shop in this folder yet.</source>
        <translation>このフォルダーには、まだ店がありません。</translation>
    </message>
    <message>
        <source>The shop&apos;s folder cannot be written to. Please check its permissions.</source>
        <translation>店のフォルダーに書き込めません。アクセス権を確かめてください。</translation>
    </message>
    <message>
        <source>SQLite {found} can damage data. Please install CarePOS again.</source>
        <translation>SQLite {found} はデータを壊すおそれがあります。CarePOS を入れ直してください。</translation>
    </message>
    <message>
        <source>A newer CarePOS wrote this shop. Please update; nothing was changed.</source>
        <translation>この店は新しい CarePOS で作られています。更新してください。何も変えていません。</translation>
    </message>
    <message>
        <source>The key does not open this shop. Please enter the recovery code.</source>
        <translation>この鍵では店を開けません。復旧コードを入力してください。</translation>
    </message>
    <message>
        <source>This is too long; at most {most} characters fit.</source>
        <translation>長すぎます。{most}文字までにしてください。</translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message>
        <source>Save as PDF</source>
        <translation>PDFで保存</translation>
    </message>
</context>
<context>
    <name>pdf</name>
    <message>
        <source>What needs a look</source>
        <translation>見るべきもの</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Daily notes {day}</source>
        <translation>日報&#x3000;{day}</translation>
    </message>
    <message>
        <source>Not confirmed yet</source>
        <translation>まだ確認していません</translation>
    </message>
    <message>
        <source>Confirmed by {name}, {time}</source>
        <translation>確認 {name}&#x3000;{time}</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>ありません。</translation>
    </message>
    <message>
        <source>The owner&apos;s word</source>
        <translation>オーナーのひとこと</translation>
    </message>
</context>
<context>
    <name>recovery</name>
    <message>
        <source>Recovery code</source>
        <translation>復旧コード</translation>
    </message>
    <message>
        <source>Keep this page where you keep the shop&apos;s papers, away from the computer.

If the computer breaks or its key is lost, CarePOS asks for this code and opens the shop again. Without it nobody can, and neither can we.

Whoever holds this page and a copy of the shop&apos;s data can read everything in it.

The digits are 0 to 9, the letters have no I, L, O or U.</source>
        <translation>この紙は、端末から離して、店の大切な書類と一緒に保管してください。

端末が壊れたときや鍵をなくしたとき、CarePOS はこのコードをうかがい、店をもう一度開きます。コードがなければ、わたしたちを含めて誰にも開けません。

この紙と店のデータの控えを持つ人は、中身をすべて読めます。

数字は0から9、文字に I・L・O・U は使いません。</translation>
    </message>
</context>
<context>
    <name>rows</name>
    <message>
        <source>Kept late</source>
        <translation>遅れて果たした</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>遅れています</translation>
    </message>
    <message>
        <source>Granted by the owner</source>
        <translation>オーナーが認めました</translation>
    </message>
    <message>
        <source>Another way: {reason}</source>
        <translation>別案: {reason}</translation>
    </message>
</context>
<context>
    <name>telling</name>
    <message>
        <source>Points to give</source>
        <translation>つくポイント</translation>
    </message>
    <message>
        <source>Taken off</source>
        <translation>お値引き</translation>
    </message>
    <message>
        <source>Points used on these goods come back</source>
        <translation>使われたポイントの戻り</translation>
    </message>
    <message>
        <source>Points these goods had earned</source>
        <translation>返品の分についたポイント</translation>
    </message>
    <message>
        <source>Keep from the refund</source>
        <translation>ご返金から差し引き</translation>
    </message>
    <message>
        <source>{points} of these points have been used. You owe us nothing today: the next points you collect fill them.</source>
        <translation>このうち{points}は、すでにお使いいただいています。今日のお支払いはございません。次にたまるポイントから差し引かせていただきます。</translation>
    </message>
    <message>
        <source>{points} of these points have been used. We keep {yen} for them, so {refund} comes back to you.</source>
        <translation>このうち{points}は、すでにお使いいただいています。その分の{yen}を差し引き、{refund}をお返しいたします。</translation>
    </message>
    <message>
        <source>{points} of these points have been used, so I cannot take the goods back for money today. I can exchange them, or ask the owner.</source>
        <translation>このうち{points}は、すでにお使いいただいているため、今日はご返金でのお受け取りができません。交換でしたらお受けできます。オーナーに相談することもできます。</translation>
    </message>
    <message>
        <source>You have {points} now, and that is a {reward}. Thank you for coming so often.</source>
        <translation>{points}たまりました。{reward}をお使いいただけます。いつもありがとうございます。</translation>
    </message>
    <message>
        <source>Then {balance} pt; {points} more for a {reward}</source>
        <translation>このあと {balance} pt。あと {points} で{reward}</translation>
    </message>
    <message>
        <source>Then {points} pt are owed; the next points fill them</source>
        <translation>このあと {points} pt 不足。次のポイントで埋まります</translation>
    </message>
    <message>
        <source>Then {balance} pt</source>
        <translation>このあと {balance} pt</translation>
    </message>
    <message>
        <source>{points} pt owed</source>
        <translation>{points} pt 不足</translation>
    </message>
    <message>
        <source>Balance {points}</source>
        <translation>残り {points}</translation>
    </message>
    <message>
        <source>{points} pt per ¥{yen}</source>
        <translation>{yen}円で {points} pt</translation>
    </message>
    <message>
        <source>{tier} ×{factor}</source>
        <translation>{tier} ×{factor}</translation>
    </message>
    <message>
        <source>Birthday ×{factor}</source>
        <translation>お誕生日 ×{factor}</translation>
    </message>
    <message>
        <source>Birthday present</source>
        <translation>お誕生日のプレゼント</translation>
    </message>
    <message>
        <source>“{name}” ×{factor}</source>
        <translation>「{name}」×{factor}</translation>
    </message>
    <message>
        <source>“{name}” bonus</source>
        <translation>「{name}」の特典</translation>
    </message>
    <message>
        <source>For the visit</source>
        <translation>ご来店</translation>
    </message>
    <message>
        <source>{rule}, for {base} of {yen}</source>
        <translation>{rule}（{yen}のうち{base}）</translation>
    </message>
</context>
<context>
    <name>watching</name>
    <message>
        <source>points used {uses} times on {day}, {points} in all</source>
        <translation>{day}に{uses}回、合わせて{points}のご利用</translation>
    </message>
    <message>
        <source>corrected by {points} pt on {day} without a purchase that day: {reason}</source>
        <translation>{day}に{points} pt の訂正（その日のお買い物なし）: {reason}</translation>
    </message>
    <message>
        <source>{name}: {count} of {all} movements of points were corrections by hand ({points} pt)</source>
        <translation>{name}: ポイントの記録{all}件のうち、手での訂正が{count}件（{points} pt）</translation>
    </message>
    <message>
        <source>The command line</source>
        <translation>コマンドライン</translation>
    </message>
    <message>
        <source>Customers here too: {names}. On their own card a colleague acts.</source>
        <translation>お客様でもあるスタッフ: {names}。自分のカードには、ほかのスタッフが記録します。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>M月d日(ddd)</translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation>昨日 {time}</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>本日 {time}</translation>
    </message>
    <message>
        <source>Tomorrow {time}</source>
        <translation>明日 {time}</translation>
    </message>
    <message>
        <source>(erased)</source>
        <translation>（削除済み）</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>レギュラー</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>ゴールド</translation>
    </message>
    <message>
        <source>¥{amount} voucher</source>
        <translation>{amount}円券</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>接客</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待ち時間</translation>
    </message>
    <message>
        <source>Price, bill</source>
        <translation>価格・会計</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>配送</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>交換</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>返金</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>To be heard</source>
        <translation>聞いてほしい</translation>
    </message>
    <message>
        <source>purchase</source>
        <translation>お買い物</translation>
    </message>
    <message>
        <source>birthday</source>
        <translation>お誕生日</translation>
    </message>
    <message>
        <source>campaign</source>
        <translation>キャンペーン</translation>
    </message>
    <message>
        <source>used</source>
        <translation>つかいました</translation>
    </message>
    <message>
        <source>goods returned</source>
        <translation>ご返品</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>corrected by hand</source>
        <translation>手で直しました</translation>
    </message>
    <message>
        <source>brought over</source>
        <translation>引き継ぎ</translation>
    </message>
    <message>
        <source>from the other record</source>
        <translation>もう一方の記録から</translation>
    </message>
    <message>
        <source>to the other record</source>
        <translation>もう一方の記録へ</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>取り消し</translation>
    </message>
</context>
</TS>
