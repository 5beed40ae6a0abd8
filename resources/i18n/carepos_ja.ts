<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
    <context>
        <name>AlikeBox</name>
        <message>
            <source>Open this customer</source>
            <translation>この方を開く</translation>
        </message>
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
                <numerusform>　ほか %n 件</numerusform>
            </translation>
        </message>
        <message>
            <source>Promised: {text} ({name}){more}</source>
            <translation>{text}（{name}）{more}</translation>
        </message>
        <message>
            <source>Promised: {text}{more}</source>
            <translation>{text}{more}</translation>
        </message>
        <message>
            <source>Promise kept. Well done.</source>
            <translation>約束を果たしました</translation>
        </message>
    </context>
    <context>
        <name>ComplaintSheet</name>
        <message>
            <source>Record a complaint</source>
            <translation>苦情を記録</translation>
        </message>
        <message>
            <source>The customer's own words</source>
            <translation>お客様のことば（そのまま）</translation>
        </message>
        <message>
            <source>As they said it, before any question</source>
            <translation>お尋ねする前に、おっしゃったとおりに</translation>
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
            <source>Call with the owner's answer</source>
            <translation>オーナーの返事をお電話する</translation>
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
            <source>Likes</source>
            <translation>お好み</translation>
        </message>
        <message>
            <source>Last talk</source>
            <translation>前回のお話</translation>
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
            <source>Did you mean</source>
            <translation>もしかして</translation>
        </message>
        <message>
            <source>Nobody is found for “{text}”.</source>
            <translation>「{text}」に当てはまる方は見つかりません。</translation>
        </message>
        <message>
            <source>Register “{text}”</source>
            <translation>「{text}」様を登録</translation>
        </message>
        <message>
            <source>↑↓ choose　Enter opens</source>
            <translation>↑↓ で選ぶ　Enter で開く</translation>
        </message>
        <message>
            <source>↑↓ choose　Enter opens　~ similar spelling</source>
            <translation>↑↓ で選ぶ　Enter で開く　~ は似た読み</translation>
        </message>
        <message>
            <source>Customers found</source>
            <translation>見つかったお客様</translation>
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
        <name>People</name>
        <message>
            <source>Owner</source>
            <translation>オーナー</translation>
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
            <source>each number counts once</source>
            <translation>同じ番号は二度つきません</translation>
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
            <source>{points} pt recorded. Balance {balance} pt</source>
            <translation>{points} pt を記録しました。残り {balance} pt</translation>
        </message>
        <message>
            <source>Taken back: {points} pt. Balance {balance} pt</source>
            <translation>取り消しました: {points} pt。残り {balance} pt</translation>
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
            <source>Take back</source>
            <translation>取り消す</translation>
        </message>
        <message>
            <source>Correct (owner)</source>
            <translation>直す（オーナー）</translation>
        </message>
        <message>
            <source>Records are never erased. A mistake is taken back by a line of its own.</source>
            <translation>記録は消えません。間違えたときは「取り消す」で打ち消しの行が残ります。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>やめる</translation>
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
            <source>Points to give</source>
            <translation>つくポイント</translation>
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
            <source>Then {balance} pt; {points} more for a {reward}</source>
            <translation>このあと {balance} pt。あと {points} で {reward}</translation>
        </message>
        <message>
            <source>Then {balance} pt</source>
            <translation>このあと {balance} pt</translation>
        </message>
    </context>
    <context>
        <name>PromiseCard</name>
        <message>
            <source>Enter: kept. M: new time. H: hand over. Space: the customer.</source>
            <translation>Enter: 果たした　M: 新しい時刻　H: 引き継ぐ　Space: お客様</translation>
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
            <source>Promise a time you can keep. If it will not do, call before it passes.</source>
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
            <source>of promises kept in time (30 days)</source>
            <translation>守った割合（30日）</translation>
        </message>
        <message>
            <source>Complaint: {words}</source>
            <translation>苦情　{words}</translation>
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
            <source>If it will not do, call before it passes and agree on a new time.</source>
            <translation>守れそうにないときは、過ぎる前に連絡して時刻を決め直します</translation>
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
            <source>Registered</source>
            <translation>登録しました</translation>
        </message>
        <message>
            <source>Mended</source>
            <translation>直しました</translation>
        </message>
        <message>
            <source>guessed, mend it freely</source>
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
            <translation>しない</translation>
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
            <translation>よい連絡のしかた</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>ことば</translation>
        </message>
        <message>
            <source>How to address</source>
            <translation>敬称</translation>
        </message>
        <message>
            <source>What you give us is used only for your points and to reach you. You can see, mend and erase it at any time.</source>
            <translation>お預かりした内容は、ポイントとご連絡のためだけに使います。いつでも見て、直して、消せます。</translation>
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
        <name>SayingsPanel</name>
        <message>
            <source>fewer</source>
            <translation>たたむ</translation>
        </message>
        <message>
            <source>More situations</source>
            <translation>ほかの場面</translation>
        </message>
        <message>
            <source>Remembered as said</source>
            <translation>伝えたことを覚えました</translation>
        </message>
    </context>
    <context>
        <name>SearchBox</name>
        <message>
            <source>Name, kana, last 4 digits of the phone, card</source>
            <translation>お名前・カナ・電話の下4桁・会員カード</translation>
        </message>
        <message>
            <source>Find a customer</source>
            <translation>お客様を探す</translation>
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
    </context>
    <context>
        <name>Window</name>
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
            <source>Demo shop: try anything</source>
            <translation>デモの店です。自由に試せます</translation>
        </message>
        <message>
            <source>Saved on this computer, works offline</source>
            <translation>この端末に保存済み・オフラインで利用できます</translation>
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
            <source>Likes</source>
            <translation>お好み</translation>
        </message>
        <message>
            <source>Ask for a rating</source>
            <translation>評価をお願いする</translation>
        </message>
        <message>
            <source>Esc: next customer</source>
            <translation>Esc で次のお客様へ</translation>
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
        <name>_HitPainter</name>
        <message>
            <source>last {day}</source>
            <translation>最近 {day}</translation>
        </message>
        <message>
            <source>Promise {time}</source>
            <translation>約束 {time}</translation>
        </message>
        <message>
            <source>Long unseen</source>
            <translation>お久しぶり</translation>
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
            <source>due {time}</source>
            <translation>期限 {time}</translation>
        </message>
        <message>
            <source>given</source>
            <translation>つきました</translation>
        </message>
        <message>
            <source>used</source>
            <translation>つかいました</translation>
        </message>
        <message>
            <source>taken back for a return</source>
            <translation>返品で戻しました</translation>
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
            <source>taken back</source>
            <translation>取り消し</translation>
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
            <source>That is too large; at most {most} can be entered.</source>
            <translation>大きすぎます。{most} までの数を入力してください。</translation>
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
            <source>Health facts are kept only with the customer's consent.</source>
            <translation>健康に関することは、ご本人の同意をいただいてから残します。</translation>
        </message>
        <message>
            <source>This customer has records already and stays.</source>
            <translation>このお客様にはすでに記録があるため、登録は残ります。</translation>
        </message>
        <message>
            <source>Please enter a name or its reading.</source>
            <translation>お名前か読みを入力してください。</translation>
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
            <source>A day can be confirmed once it has begun.</source>
            <translation>確認できるのは、始まった日からです。</translation>
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
            <source>You can give up to {limit} yen yourself. Please choose "Ask the owner".</source>
            <translation>ご自身の判断でできるのは{limit}円までです。「オーナーに頼む」を選んでください。</translation>
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
            <source>The passphrase needs at least 8 characters.</source>
            <translation>合言葉は8文字以上にしてください。</translation>
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
            <source>{missing} of these points have been used already. Take back their use first.</source>
            <translation>このうち {missing} ポイントはすでに使われています。先にその利用を取り消してください。</translation>
        </message>
        <message>
            <source>This was taken back already.</source>
            <translation>すでに取り消し済みです。</translation>
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
            <source>A rating goes from 1 to 5.</source>
            <translation>評価は1から5までです。</translation>
        </message>
        <message>
            <source>Please give the reason in a few words.</source>
            <translation>理由を短く書いてください。</translation>
        </message>
        <message>
            <source>Please enter the receipt number.</source>
            <translation>伝票番号を入力してください。</translation>
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
            <source>The day can end between 0:00 and 11:00.</source>
            <translation>一日の終わりは0時から11時の間で選んでください。</translation>
        </message>
        <message>
            <source>Please enter the hours as 10:00, and a time zone from the list.</source>
            <translation>時刻は 10:00 のように、時間帯は一覧から選んでください。</translation>
        </message>
        <message>
            <source>Please enter the shop's name.</source>
            <translation>店の名前を入力してください。</translation>
        </message>
        <message>
            <source>Something is in this folder already: {folder}</source>
            <translation>このフォルダーには、すでに何かが入っています: {folder}</translation>
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
            <source>The shop's folder cannot be written to. Please check its permissions.</source>
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
    </context>
</TS>
