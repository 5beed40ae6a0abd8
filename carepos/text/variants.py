"""Variant kanji of Japanese names, reviewed by hand: the form looked up by first, then its variants.

Only forms of one and the same character stand together. Characters that people hold apart (崎 and 埼,
園 and 薗, 荘 and 庄, 坂 and 阪) never do. What NFKC folds by itself (神, 祐, 塚 …) is not listed.
"""

_GROUPS = """
高髙 崎﨑嵜㟢 斉斎齊齋 辺邊邉 沢澤 浜濱濵 広廣 国國圀 桜櫻 島嶋嶌 富冨 徳德 恵惠 真眞 清淸 静靜 滝瀧 竜龍
円圓 会會 条條 浅淺 栄榮 寿壽 弥彌 彦彥 館舘 吉𠮷 柳栁桺 峰峯 曽曾 薮藪籔 万萬 与與 豊豐 鉄鐵鐡
関關 黒黑 児兒 応應 学學斈 実實 将將 数數 荘莊 蔵藏 証證 譲讓 遥遙 鴎鷗 麹麴 礼禮 励勵 労勞
楽樂 薬藥 亀龜 芸藝 顕顯 権權 剣劍劔劒 厳嚴 県縣 献獻 郷鄕 暁曉 尭堯 勲勳 薫薰 群羣 渓溪 経經
蛍螢 鶏鷄 継繼 恒恆 黄黃 号號 済濟 賛贊 糸絲 爾尓 写寫 釈釋 収收 従從 渋澁 叙敍 奨獎 焼燒
乗乘 浄淨 縄繩 嬢孃 穣穰 慎愼 尽盡 粋粹 穂穗 声聲 青靑 瀬瀨 摂攝 専專 禅禪 双雙 壮壯 聡聰
総總 増增 帯帶 台臺 択擇 団團 昼晝 聴聽 鎮鎭 点點 転轉 伝傳 当當 稲稻 独獨 読讀 栃杤 弐貳
覇霸 拝拜 売賣 麦麥 発發 髪髮 姫姬 払拂 仏佛 並竝 歩步 宝寶寳 槙槇 満滿 黙默 誉譽 揺搖 様樣
謡謠 来來 頼賴 覧覽 両兩 涼凉 緑綠 塁壘 霊靈 恋戀 郎郞 楼樓 録錄 湾灣 亘亙 凛凜 巌巖 晃晄
桧檜 祢禰 祷禱 禄祿 萌萠 桑桒 橋槗𣘺 船舩 松枩柗 鶴靏靎靍 淵渕渊 昇曻 喜㐂 衛衞 奥奧 温溫 横橫 鴬鶯
画畫 絵繪 覚覺 岳嶽 巻卷 寛寬 観觀 歓歡 気氣 帰歸 旧舊 峡峽 狭狹 区區 径徑 戸戶 呉吳 辞辭
舎舍 尚尙 渉涉 畳疊 寝寢 銭錢 巣巢 即卽 単單 毎每 野埜 翠翆 哲喆 土圡𡈽 今𫝆 宜冝 錬鍊 瑶瑤
珍珎 迩邇 塩鹽 壷壺 篭籠 焔焰 莱萊 涛濤 蛎蠣 沖冲 丈𠀋 昂昻 晋晉 熙煕 縁緣 芦蘆 虎乕 装裝
鋭銳
"""

REPRESENTATIVE = {variant: group[0] for group in _GROUPS.split() for variant in group[1:]}
"""Each variant character and the form it is looked up by."""
