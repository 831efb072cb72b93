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
