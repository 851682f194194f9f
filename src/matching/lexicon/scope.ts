import { type Concept, concept } from "./concept.ts";

/** How far and how big: weak by themselves, they tell neighbouring criteria of one kind apart. */
export const SCOPE: readonly Concept[] = [
  concept("small and well defined", {
    asks: `simple, small, basic, small/medium, small medium scope, small scope, well-defined, assigned,
      small improvements`,
    tells: `small, simple, little, tiny, minor, quick, easy, basic, straightforward, one line, my first, first time,
      single`,
    hints: `a bit, just, only, one`,
  }),
  concept("large and complex", {
    asks: `complex, large, large scope, larger, large scale, large complex, major, long-lasting, large long-lasting,
      deep`,
    tells: `large, big, huge, massive, enormous, complex, complicated, whole, entire, months, year long, quarter,
      multi month, six months, three months, four months, five months, nine months, epic, massive scope, hundreds,
      thousands, millions, gnarly`,
    hints: `services, teams, weeks, project, long, many, most`,
  }),
  concept("leading it", {
    asks: `leads, leading, leads writing, drives, owns`,
    tells: `led, lead, leading, drove, driving, headed, spearheaded, i owned, ran the, owner, tech lead, tech led,
      in charge, responsible for, coordinated, authored`,
    hints: `my, organised, set up, initiated`,
  }),
  concept("taking part", {
    asks: `contributes, contributes to, co-authors, contributes heavily, helps, working with`,
    tells: `contributed, contribute, helped, co wrote, co authored, together with, with help from, supported,
      assisted, pitched in, joined, took part, my part, my section, my bit, alongside`,
    hints: `with, section, part, half`,
  }),
  concept("several services", {
    asks: `multiple services, number of services, multiple interacting services, impact multiple services,
      two or more services`,
    tells: `two services, three services, four services, five services, six services, seven services, eight services,
      nine services, ten services, dozen services, several services, multiple services, all services, every service,
      services, across services, between services, service to service`,
    hints: `across, system`,
  }),
  concept("less experienced people", {
    asks: `less experienced engineers, junior team members, new engineers, new joiners, junior, less experienced`,
    tells: `@junior, less experienced, newer engineers, newer engineer, new engineer, new engineers, junior engineer,
      junior dev, new team member, career changer, career changers, mid level`,
    hints: `new, first, learning, younger`,
  }),
  concept("the wider organisation", {
    asks: `wider org, wider company, wider engineering, other engineers, all engineers, whole squad, groups of squads,
      across a whole, entire platform, company`,
    tells: `company, organisation, org, department, engineering wide, company wide, other teams, other squads,
      whole company, everyone, all engineers, all teams, every team, across engineering, outside my team,
      across teams`,
    hints: `teams, squads, all, wider, every`,
  }),
  concept("one's own team", {
    asks: `their team, their squad, team, squad, in their team, in their squad`,
    tells: `our team, my team, the team, our squad, my squad, the squad, teammates, squad`,
    hints: `team, us`,
  }),
  concept("code that is already there", {
    asks: `existing tools, iterates existing, improves modules, modules services systems and codebases, codebase,
      makes improvements, improvements`,
    tells: `existing, old, legacy, already, improved, improve, upgraded, extended, cleaned, tidied, refactored,
      rewrote, replaced, simplified`,
    hints: `better, faster, fixed, added`,
  }),
];
