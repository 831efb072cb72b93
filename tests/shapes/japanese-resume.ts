import type { Resume } from "../../shared/resume.ts";

/** Three scripts in one line, long marks of sound and brackets that must not begin a line. */
export const japaneseResume: Resume = {
  basics: {
    name: "藤原 千尋",
    label: "時計修復士・機械式時計の部品製作",
    email: "chihiro@example.com",
    phone: "+81 3 5555 0119",
    url: "https://chihiro.example",
    summary:
      "止まった時計をもう一度動かす仕事をしています。古い機械式時計の部品は、もうどこにも売っていません。だから図面を起こし、真鍮を削り、焼きを入れて、自分でつくります。二十年で九百八十二個の時計を持ち主に返しました。",
    location: { city: "京都市", region: "京都府", countryCode: "JP" },
    profiles: [{ network: "note", username: "千尋の作業台", url: "https://note.example/chihiro" }],
  },
  work: [
    {
      name: "藤原時計修復室",
      position: "代表・修復士",
      location: "京都",
      url: "https://tokei.example",
      startDate: "2014-10",
      summary: "祖父の工房を継ぎ、塔時計から懐中時計までを扱う。",
      highlights: [
        "明治四十三年製の塔時計を三年かけて修復し、八十年ぶりに鐘を鳴らした。",
        "廃番になったヒゲゼンマイの製作方法を再現し、手順をすべて公開。",
        "見積もりから返却までの期間を平均一四か月から八か月に短縮した。",
      ],
    },
    {
      name: "セイコー時計資料館",
      position: "学芸員補・保存修復",
      location: "東京",
      startDate: "2006-04",
      endDate: "2014-09",
      highlights: [
        "収蔵品一、二〇〇点の状態調査とデータベース化。",
        "子ども向けワークショップ「ゼンマイをほどく」を企画、延べ三千人が参加。",
      ],
    },
  ],
  projects: [
    {
      name: "部品図書館",
      description: "失われた時計部品の図面を集めて公開するウェブサイト。現在二、四〇〇点。",
      url: "https://parts.example/library",
      startDate: "2019-06",
      keywords: ["3Dスキャン", "CAD", "オープンデータ"],
    },
    {
      name: "音の記録",
      description: "修復した時計の音だけを録音したアーカイブ。",
      startDate: "2021-01",
      keywords: ["フィールドレコーディング"],
    },
  ],
  education: [
    {
      institution: "近江時計眼鏡宝飾専門学校",
      studyType: "専門士",
      area: "時計技術科",
      startDate: "2003-04",
      endDate: "2006-03",
      courses: ["旋盤加工", "熱処理"],
    },
  ],
  skills: [
    { name: "機械加工", level: "熟練", keywords: ["旋盤", "歯切り", "焼入れ"] },
    { name: "保存修復", level: "熟練", keywords: ["クリーニング", "記録"] },
    { name: "図面・計測", keywords: ["Fusion", "マイクロメーター"] },
  ],
  languages: [
    { language: "日本語", fluency: "母語" },
    { language: "英語", fluency: "ビジネスレベル" },
    { language: "ドイツ語", fluency: "読解" },
  ],
  awards: [{ title: "京都府伝統産業優秀技術者", awarder: "京都府", date: "2023-03" }],
  publications: [
    {
      name: "『止まらない手』",
      publisher: "青幻書房",
      releaseDate: "2020-10",
      summary: "作業日誌。",
    },
  ],
  certificates: [{ name: "一級時計修理技能士", issuer: "厚生労働省", date: "2010-12" }],
  volunteer: [{ organization: "町の時計を直す会", position: "世話人", startDate: "2016-04" }],
  interests: [{ name: "将棋", keywords: ["詰将棋", "観戦"] }],
  references: [{ name: "寺の住職", reference: "鐘が鳴った朝、近所の人がみな外に出てきました。" }],
  meta: { language: "ja" },
};
