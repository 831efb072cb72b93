/** How the review names what JSON Resume names by keys. */
export const SECTION_WORDS: Readonly<Record<string, string>> = {
  basics: "You",
  work: "Work",
  volunteer: "Volunteering",
  education: "Education",
  awards: "Awards",
  certificates: "Certificates",
  publications: "Publications",
  skills: "Skills",
  languages: "Languages",
  interests: "Interests",
  references: "References",
  projects: "Projects",
};

/** By `section/key` where a key means something else in a section, else by key. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  "basics/name": "Name",
  "basics/label": "What you do",
  "basics/summary": "About you",
  "basics/url": "Website",
  "work/name": "Company",
  "volunteer/position": "Role",
  "projects/name": "Project",
  "publications/name": "Title",
  "certificates/name": "Certificate",
  "references/name": "Who",
  "skills/name": "Skill",
  "interests/name": "Interest",
  address: "Street",
  area: "Field of study",
  awarder: "Given by",
  city: "City",
  countryCode: "Country",
  courses: "Course",
  date: "Date",
  description: "Description",
  email: "Email",
  endDate: "To",
  entity: "For whom",
  fluency: "Fluency",
  highlights: "Highlight",
  image: "Picture",
  institution: "School",
  issuer: "Issued by",
  keywords: "Keyword",
  language: "Language",
  level: "Level",
  location: "Place",
  name: "Name",
  network: "Network",
  organization: "Organisation",
  phone: "Phone",
  position: "Position",
  postalCode: "Postal code",
  publisher: "Published by",
  reference: "What they say",
  region: "Region",
  releaseDate: "Date",
  roles: "Role",
  score: "Grade",
  startDate: "From",
  studyType: "Degree",
  summary: "Summary",
  title: "Title",
  type: "Kind",
  url: "Link",
  username: "Username",
};

/** Keys whose value is usually longer than a line. */
const LONG: ReadonlySet<string> = new Set(["summary", "highlights", "description", "reference"]);

/** The word for a field; an unknown key is shown as it stands. */
export const fieldWord = (section: string, key: string): string =>
  FIELD_WORDS[`${section}/${key}`] ?? FIELD_WORDS[key] ?? key;

/** Whether a field is written on several lines. */
export const isLong = (key: string, value: string): boolean => LONG.has(key) || value.length > 60;
