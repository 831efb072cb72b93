import type { Resume } from "../../shared/resume.ts";

/** A page that runs from right to left, with names, addresses and figures that don't. */
export const arabicResume: Resume = {
  basics: {
    name: "ليلى بنت منصور الحدّاد",
    label: "مهندسة معمارية تُعنى بترميم البيوت القديمة",
    email: "layla@example.com",
    phone: "+962 6 555 0142",
    url: "https://layla.example",
    summary:
      "أرمّم بيوتاً عمرها أكبر من عمر المدينة حولها. أعمل مع البنّائين أنفسهم، بالحجر والكلس والخشب، وأترك في كل بيت ما يدلّ على من سكنه قبلنا. في السنوات العشر الأخيرة أعدتُ واحداً وأربعين بيتاً إلى أهلها، وعلّمتُ أكثر من ستين شاباً وشابة كيف يُقرأ الجدار قبل أن يُمسّ.",
    location: { city: "عمّان", countryCode: "JO" },
    profiles: [
      { network: "LinkedIn", username: "layla-alhaddad", url: "https://linkedin.example/layla" },
      { network: "Instagram", username: "bayt.qadim", url: "https://instagram.example/bayt" },
    ],
  },
  work: [
    {
      name: "مكتب الحجر والضوء",
      position: "شريكة مؤسِّسة",
      location: "عمّان",
      url: "https://stone-light.example",
      startDate: "2017-03",
      summary: "مكتب صغير من تسعة أشخاص يعمل على بيت واحد في كل مرة.",
      highlights: [
        "ترميم بيت آل شقير (1904) ونيل جائزة الآغا خان للعمارة في فئة المشاريع الصغيرة.",
        "خفض كلفة الترميم بمقدار 28٪ بالعودة إلى الكلس المحلي بدل الإسمنت.",
        "تدريب 60 متدرّباً في ورش مفتوحة للحيّ.",
      ],
    },
    {
      name: "دائرة الآثار العامة",
      position: "مهندسة صيانة",
      location: "السلط",
      startDate: "2011-09",
      endDate: "2017-02",
      highlights: [
        "مسح 312 مبنى في وسط المدينة وإعداد ملف إدراجها على قائمة التراث العالمي (UNESCO).",
        "إعداد دليل من ثمانين صفحة لأصحاب البيوت: ما الذي يُصلَح أولاً، وكيف.",
      ],
    },
  ],
  projects: [
    {
      name: "دفتر الجدران",
      description: "خريطة مفتوحة المصدر لأنواع الحجر في المدن الأردنية، يضيف إليها الناس صورهم.",
      url: "https://walls.example/map",
      startDate: "2020-01",
      keywords: ["QGIS", "PostGIS", "تصوير مساحي"],
      roles: ["مطوِّرة", "محرِّرة"],
    },
    {
      name: "مدرسة الكلس",
      description: "أسبوعان كل صيف يتعلّم فيهما المشاركون حرق الكلس وإطفاءه وخلطه.",
      startDate: "2018-07",
      keywords: ["كلس", "حجر", "تعليم"],
    },
  ],
  education: [
    {
      institution: "الجامعة الأردنية",
      studyType: "بكالوريوس",
      area: "هندسة العمارة",
      startDate: "2004",
      endDate: "2009",
      score: "3.8 من 4",
      courses: ["تاريخ العمارة الإسلامية", "مواد البناء التقليدية"],
    },
    {
      institution: "University of York",
      studyType: "ماجستير",
      area: "صيانة المباني التاريخية",
      startDate: "2009-10",
      endDate: "2010-11",
    },
  ],
  skills: [
    { name: "ترميم الحجر", level: "خبيرة", keywords: ["كحل", "حقن", "تدعيم"] },
    { name: "المسح والرسم", level: "متقدّمة", keywords: ["AutoCAD", "ماسح ليزري", "رسم يدوي"] },
    { name: "إدارة المواقع", keywords: ["تقدير الكلفة", "السلامة"] },
  ],
  languages: [
    { language: "العربية", fluency: "اللغة الأم" },
    { language: "الإنجليزية", fluency: "بطلاقة" },
    { language: "التركية", fluency: "متوسّطة" },
  ],
  awards: [{ title: "جائزة المعماري العربي الشاب", awarder: "اتحاد المعماريين", date: "2019-11" }],
  publications: [
    {
      name: "كيف يتنفّس الجدار: الكلس والرطوبة في بيوت السلط",
      publisher: "مجلة العمران",
      releaseDate: "2021-04",
      summary: "دراسة ثلاث سنوات من القياس في سبعة بيوت.",
    },
  ],
  certificates: [{ name: "مدقِّقة سلامة مواقع", issuer: "نقابة المهندسين", date: "2015-05" }],
  volunteer: [
    {
      organization: "جمعية أصدقاء التراث",
      position: "مرشدة جولات",
      startDate: "2013-01",
      summary: "جولة مجانية في أول جمعة من كل شهر.",
    },
  ],
  interests: [{ name: "الخط العربي", keywords: ["الكوفي", "النسخ"] }],
  references: [{ name: "د. سامي العبّادي", reference: "لا تبدأ ليلى العمل قبل أن تصغي إلى البيت." }],
  meta: { language: "ar" },
};
