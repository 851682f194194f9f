/** The people of Brightwater, all invented. */

import type { ScenarioPerson } from "./scenario.ts";

export const teamId = "T0BRIGHT001";

const employee = {
  locale: "en-GB",
  isAdmin: false,
  isOwner: false,
  isGuest: false,
  isUltraGuest: false,
  isStranger: false,
  isBot: false,
  deleted: false,
  teamId,
};

export const maya: ScenarioPerson = {
  ...employee,
  id: "U0MAYA00001",
  name: "maya",
  realName: "Maya Okafor",
  role: "Backend engineer",
  tz: "Europe/London",
  email: "maya@brightwater.example",
  avatar: { initials: "MO", colour: "#1d6f5f" },
};
export const tom: ScenarioPerson = {
  ...employee,
  id: "U0TOM000002",
  name: "tom",
  realName: "Tom Reyes",
  role: "Engineering manager",
  tz: "America/New_York",
  locale: "en-US",
  email: "tom@brightwater.example",
  avatar: { initials: "TR", colour: "#8a4b2f" },
};
export const anjali: ScenarioPerson = {
  ...employee,
  id: "U0ANJALI003",
  name: "anjali",
  realName: "Anjali Gurung",
  role: "Frontend engineer",
  tz: "Asia/Kathmandu",
  email: "anjali@brightwater.example",
  avatar: { initials: "AG", colour: "#6a3fa0" },
};
export const ingrid: ScenarioPerson = {
  ...employee,
  id: "U0INGRID004",
  name: "ingrid",
  realName: "Ingrid Solberg",
  role: "People operations, workspace admin",
  tz: "Europe/Oslo",
  email: "ingrid@brightwater.example",
  isAdmin: true,
  isOwner: true,
  avatar: { initials: "IS", colour: "#2f5f9a" },
};
export const wiremu: ScenarioPerson = {
  ...employee,
  id: "U0WIREMU005",
  name: "wiremu",
  realName: "Wiremu Tait",
  role: "Site reliability engineer",
  tz: "Pacific/Auckland",
  locale: "en-NZ",
  email: "wiremu@brightwater.example",
  avatar: { initials: "WT", colour: "#3c6b1f" },
};
export const lena: ScenarioPerson = {
  ...employee,
  id: "U0LENA00006",
  name: "lena",
  realName: "Lena Fischer",
  role: "Contractor, guest",
  tz: "Europe/Berlin",
  locale: "de-DE",
  email: "lena@fischer-software.example",
  isGuest: true,
  avatar: { initials: "LF", colour: "#94623a" },
};
export const priya: ScenarioPerson = {
  ...employee,
  id: "U0PRIYA0007",
  name: "priya.northbank",
  realName: "Priya Raman",
  role: "Engineer at Northbank Payments (Slack Connect)",
  tz: "Australia/Lord_Howe",
  locale: "en-AU",
  email: "priya@northbank.example",
  isStranger: true,
  teamId: "T0NORTHBANK",
  avatar: { initials: "PR", colour: "#a03f5c" },
};

export const botUser: ScenarioPerson = {
  ...employee,
  id: "U0PROGRESS9",
  name: "progression",
  realName: "Progression",
  role: "App",
  tz: "Etc/UTC",
  email: "",
  isBot: true,
  avatar: { initials: "P", colour: "#0f766e" },
};
