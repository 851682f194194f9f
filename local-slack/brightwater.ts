/** The workspace that the playground opens on: a company, its people and what they have just said, all invented. */

import { anjali, botUser, ingrid, lena, maya, priya, teamId, tom, wiremu } from "./brightwater-people.ts";
import type { Scenario } from "./scenario.ts";

const staff = [maya.id, tom.id, anjali.id, ingrid.id, wiremu.id];

export const brightwater: Scenario = {
  team: { id: teamId, name: "Brightwater", domain: "brightwater" },
  app: { id: "A0PROGRESSN", botId: "B0PROGRESS1", botUser },
  people: [maya, tom, anjali, ingrid, wiremu, lena, priya],
  channels: [
    {
      id: "C0BACKEND01",
      name: "backend",
      topic: "Services, data, and what keeps them standing",
      isPrivate: false,
      members: [maya.id, tom.id, wiremu.id, lena.id, botUser.id],
      messages: [
        {
          user: wiremu.id,
          minutesAgo: 96,
          text: "The invoice export no longer locks the orders table. It reads from the replica now, and the nightly run went from 41 minutes to 6.",
          reactions: [{ name: "tada", users: [maya.id, tom.id] }],
        },
        {
          user: maya.id,
          minutesAgo: 88,
          text: "That was the job that woke me twice in October. Thank you.",
        },
        {
          user: lena.id,
          minutesAgo: 71,
          text: "Where do I find how we decide between a queue and a cron job here? I have three opinions from three repositories.",
        },
        {
          user: maya.id,
          minutesAgo: 64,
          text: "Nowhere yet. I'll write it up this afternoon, one page, with the two cases where we chose wrongly.",
          reactions: [{ name: "pray", users: [lena.id] }],
        },
        {
          user: tom.id,
          minutesAgo: 12,
          text: "Maya, for our 1:1 on Thursday: shall we both read mastery at level 3 and at level 4 beforehand, and bring what we would like to ask each other? You can type `/progression backend mastery 3` right here.",
        },
      ],
    },
    {
      id: "C0GENERAL01",
      name: "general",
      topic: "Everybody at Brightwater",
      isPrivate: false,
      members: [...staff, botUser.id],
      messages: [
        {
          user: ingrid.id,
          minutesAgo: 1520,
          text: "Growth conversations open on Monday. Nothing to fill in beforehand; bring one thing you are proud of and one you found hard.",
          reactions: [{ name: "eyes", users: [anjali.id, tom.id, wiremu.id] }],
        },
        {
          user: anjali.id,
          minutesAgo: 1493,
          text: "Is there one place that says what the next level asks for? I keep three tabs open and they disagree.",
        },
        {
          user: ingrid.id,
          minutesAgo: 1488,
          text: "There is now: the framework is in Slack. `/progression` shows it, and only you see the answer.",
          reactions: [{ name: "raised_hands", users: [anjali.id, maya.id] }],
        },
      ],
    },
    {
      id: "C0WINS00001",
      name: "wins",
      topic: "Things that went well, small ones too",
      isPrivate: false,
      members: [...staff, botUser.id],
      messages: [
        {
          user: anjali.id,
          minutesAgo: 340,
          text: "The booking form works with a keyboard from top to bottom. Farida from the support desk tested it with her screen reader and finished a booking in two minutes.",
          reactions: [
            { name: "tada", users: [maya.id, ingrid.id, tom.id] },
            { name: "heart", users: [wiremu.id] },
          ],
        },
        {
          user: tom.id,
          minutesAgo: 190,
          text: "Maya's guide to reading a query plan was used by two other teams this week. Nobody told them to.",
          reactions: [{ name: "clap", users: [wiremu.id, anjali.id] }],
        },
      ],
    },
    {
      id: "C0PAYINC001",
      name: "payments-incidents",
      topic: "Payments with Northbank: what broke, and what we changed",
      isPrivate: false,
      members: [maya.id, tom.id, wiremu.id, priya.id],
      messages: [
        {
          user: wiremu.id,
          minutesAgo: 2890,
          text: "Refunds are failing for about one card in twenty since 02:10 UTC. I have paused the retry job so that nobody is refunded twice.",
        },
        {
          user: priya.id,
          minutesAgo: 2871,
          text: "On our side: a certificate was renewed without its middle part. Corrected at 02:31. Please try a small batch.",
        },
        {
          user: maya.id,
          minutesAgo: 2840,
          text: "Small batch clean, then all 312. I wrote a check that opens the connection every morning and reads the expiry, so next time we know a week ahead.",
          reactions: [{ name: "raised_hands", users: [priya.id, wiremu.id, tom.id] }],
        },
      ],
    },
  ],
};
