import type { Resume } from "../../../shared/resume.ts";

/** Who the sixth hundred requests are about. */
export const MIRA: Resume = {
  basics: {
    name: "Mira Castellanos",
    label: "Senior Product Designer",
    email: "mira@castellanos.example",
    phone: "+351 912 345 678",
    summary: "I design quiet products.",
    location: { city: "Lisbon" },
    profiles: [{ network: "LinkedIn", username: "mira", url: "https://www.linkedin.com/in/mira" }],
  },
  work: [
    {
      name: "Northwind",
      position: "Lead Designer",
      startDate: "2021",
      highlights: ["Led the checkout redesign"],
    },
    {
      name: "Fabrikam",
      position: "Product Designer",
      startDate: "2018",
      endDate: "2021",
      highlights: ["Shipped the app"],
    },
    { name: "Studio Olo", position: "Junior Designer", startDate: "2015", endDate: "2018" },
  ],
  education: [
    { institution: "University of Porto", studyType: "MA", area: "Interaction Design" },
    { institution: "University of Lisbon", studyType: "BA", area: "Graphic Design" },
  ],
  projects: [{ name: "Atlas" }, { name: "Paperboat" }],
  skills: [
    { name: "Figma" },
    { name: "Prototyping" },
    { name: "User research" },
    { name: "HTML & CSS" },
  ],
  languages: [
    { language: "Portuguese", fluency: "Native" },
    { language: "English", fluency: "Fluent" },
    { language: "Spanish", fluency: "B2" },
  ],
  awards: [{ title: "Red Dot", date: "2020" }],
  interests: [{ name: "surfing" }, { name: "ceramics" }],
  references: [{ name: "Jonas Weber", reference: "Good." }],
};

/** Who the seventh hundred requests are about. */
export const DANIEL: Resume = {
  basics: {
    name: "Daniel Okonko",
    label: "Staff Nurse",
    email: "daniel@okonkwo.example",
    phone: "+44 113 496 0111",
    summary: "A nurse of emergency and acute care for ten years.",
    location: { city: "Leeds" },
    profiles: [],
  },
  work: [
    {
      name: "St Mary's",
      position: "Staff Nurse",
      startDate: "2019",
      highlights: ["Runs the minor injuries stream"],
    },
    { name: "Royal Infirmary", position: "Staff Nurse", startDate: "2015", endDate: "2019" },
    {
      name: "Brightside Care Home",
      position: "Care Assistant",
      startDate: "2012",
      endDate: "2015",
    },
  ],
  volunteer: [{ organization: "St John Ambulance", position: "First aider", startDate: "2011" }],
  education: [{ institution: "University of Leeds", studyType: "BSc", area: "Nursing" }],
  skills: [
    { name: "Triage" },
    { name: "IV cannulation" },
    { name: "Patient education" },
    { name: "Microsoft Office" },
  ],
  languages: [
    { language: "English", fluency: "Native" },
    { language: "Igbo", fluency: "Conversational" },
  ],
  certificates: [
    { name: "Advanced Life Support", date: "2022" },
    { name: "Manual Handling", date: "2020" },
  ],
  interests: [{ name: "football" }, { name: "baking" }],
  references: [{ name: "Helen Shaw", reference: "Calm when it counts." }],
};

/** Who the eighth hundred requests are about. */
export const PRIYA: Resume = {
  basics: {
    name: "Priya Raman",
    label: "Marketing manager",
    email: "priya.raman@mail.example",
    phone: "+44 7700 900321",
    url: "https://priyaraman.example",
    summary:
      "I make people hungry for good food and good stories. Ten years in media and food brands. I am passionate about plain words.",
    location: { city: "Bristol" },
    profiles: [
      {
        network: "LinkedIn",
        username: "priyaraman",
        url: "https://www.linkedin.com/in/priyaraman",
      },
      { network: "Instagram", username: "priyamakes", url: "https://instagram.com/priyamakes" },
    ],
  },
  work: [
    {
      name: "Larkspur Foods",
      position: "Head of Growth",
      startDate: "2022-03",
      highlights: ["Took online sales from a tenth to a third", "Built a team of six"],
    },
    {
      name: "Tidewater Media",
      position: "Marketing Manager",
      startDate: "2018-06",
      endDate: "2022-02",
      highlights: ["Ran the launch of four magazines", "Cut the cost of a subscriber by half"],
    },
    {
      name: "Holm & Sons",
      position: "Marketing Assistant",
      startDate: "2015-09",
      endDate: "2018-05",
      highlights: ["Wrote the newsletter", "Kept the fairs calendar", "Answered the post"],
    },
  ],
  education: [
    {
      institution: "University of Exeter",
      studyType: "BA",
      area: "Business and French",
      startDate: "2012",
      endDate: "2015",
    },
  ],
  projects: [{ name: "Oat Bar relaunch" }, { name: "Tidewater podcast" }],
  skills: [
    { name: "SEO" },
    { name: "Google Analytics" },
    { name: "Copywriting" },
    { name: "Budgeting" },
    { name: "HubSpot" },
  ],
  languages: [
    { language: "English", fluency: "Native" },
    { language: "French", fluency: "Fluent" },
    { language: "Tamil", fluency: "Conversational" },
  ],
  certificates: [{ name: "Google Ads Certification", date: "2023" }],
  awards: [{ title: "Young Marketer of the Year", date: "2020" }],
  volunteer: [{ organization: "Bristol Food Bank", startDate: "2021" }],
  interests: [{ name: "open-water swimming" }, { name: "pottery" }],
};
