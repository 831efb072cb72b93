import type { Resume } from "../../shared/resume.ts";

/** Text without spaces, whose lines break between any two characters. */
export const chineseResume: Resume = {
  basics: {
    name: "沈若溪",
    label: "儿童图书馆的室内设计师",
    email: "shen@example.com",
    phone: "+86 10 5555 0134",
    url: "https://ruoxi.example",
    summary:
      "我为孩子设计能读书的地方：书架不高过他们的肩膀，窗台可以坐，光从左边来。十二年间在七个城市完成了三十四座图书馆和阅读角，其中一半在乡镇小学。我相信好的房间会自己教人安静下来。",
    location: { city: "杭州", region: "浙江", countryCode: "CN" },
    profiles: [{ network: "小红书", username: "若溪的书架", url: "https://shelf.example/ruoxi" }],
  },
  work: [
    {
      name: "慢格子设计工作室",
      position: "创始人、主持设计师",
      location: "杭州",
      url: "https://slow-grid.example",
      startDate: "2018-04",
      summary: "六个人，一年只做四个项目，每个项目都回访三年。",
      highlights: [
        "桐庐山里的“溪边图书馆”：用当地竹材，造价每平方米 1,280 元，获 2022 年亚洲建筑师协会奖。",
        "为四川十一所小学设计同一套可拆装书架，运费降低四成，家长半天即可装好。",
        "建立材料安全清单并公开，已有二十余家同行采用。",
      ],
    },
    {
      name: "清禾建筑设计院",
      position: "室内设计师",
      location: "上海",
      startDate: "2012-07",
      endDate: "2018-03",
      highlights: ["浦东少儿图书馆室内改造，面积 4,600 平方米。", "带领四人小组完成家具标准化。"],
    },
  ],
  projects: [
    {
      name: "会走路的书架",
      description: "装在三轮车上的折叠书架，跟着放学的孩子回村里。图纸全部开放下载。",
      url: "https://walking-shelf.example",
      startDate: "2020-05",
      keywords: ["竹", "折叠结构", "开放图纸"],
    },
    {
      name: "一米以下",
      description: "请五岁的孩子用相机拍下他们看到的房间，做成一本书和一个展览。",
      startDate: "2019-03",
      endDate: "2019-11",
      keywords: ["展览", "摄影"],
    },
  ],
  education: [
    {
      institution: "同济大学",
      studyType: "硕士",
      area: "建筑学",
      startDate: "2009-09",
      endDate: "2012-06",
      score: "专业第二",
      courses: ["儿童环境心理学", "木构造"],
    },
    {
      institution: "中国美术学院",
      studyType: "学士",
      area: "环境艺术",
      startDate: "2005",
      endDate: "2009",
    },
  ],
  skills: [
    { name: "空间设计", level: "精通", keywords: ["动线", "采光", "声学"] },
    { name: "家具制作", level: "熟练", keywords: ["榫卯", "竹材弯曲"] },
    { name: "软件", keywords: ["Rhino", "Blender", "手绘"] },
  ],
  languages: [
    { language: "普通话", fluency: "母语" },
    { language: "英语", fluency: "流利" },
    { language: "日语", fluency: "日常会话" },
  ],
  awards: [{ title: "亚洲建筑师协会奖（公共建筑）", awarder: "ARCASIA", date: "2022-11" }],
  publications: [
    {
      name: "《书架该多高》",
      publisher: "方寸出版社",
      releaseDate: "2021-08",
      summary: "随笔集。",
    },
  ],
  certificates: [{ name: "一级注册建筑师", issuer: "住房和城乡建设部", date: "2016-12" }],
  volunteer: [{ organization: "乡村阅读计划", position: "顾问", startDate: "2016-01" }],
  interests: [{ name: "徒步", keywords: ["徽杭古道", "四明山"] }],
  references: [{ name: "陆校长", reference: "孩子们第一次问我：老师，放学以后能不能晚一点锁门？" }],
  meta: { language: "zh-CN" },
};
