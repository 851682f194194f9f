/** Kinds of people, by single words, for phrases that mean something only together with one of them: "asked @junior". */
export const GROUPS: Readonly<Record<string, string>> = {
  "@junior": `junior, juniors, grad, graduate, intern, apprentice, trainee, newbie, newcomer, starter, joiner, mentee, hire, learner, student,
    beginner, rookie, entry, placement, returner, associate, bootcamper, newer, younger`,
  "@peer": `colleague, teammate, coworker, peer, engineer, developer, dev, teammates, someone, somebody, them, him, her, everyone, everybody, folks,
    people, guys, team, squad, others, buddy, pair, crew`,
  "@boss": `manager, boss, em, director, cto, vp, head, principal, staff, leadership, management, chief, exec, skip, lead, senior, seniors, founder`,
  "@outsider": `pm, po, finance, legal, lawyer, lawyers, ops, operations, support, marketing, sales, marketer, accountant, accountants, nurse, doctor,
    clinician, teacher, driver, warehouse, pharmacist, ceo, cfo, coo, board, stakeholder, stakeholders, customer, client, underwriter, auditor,
    auditors, buyer, merchandiser, designer, compliance, risk, business, commercial, recruiter, hr, planner, editor, journalist, analyst, broker,
    trader, agent, courier, dispatcher, producer, product, executive, partner, supplier, merchant, shopkeeper, logistics, procurement, treasury,
    actuary, claims, curator, librarian, chef, farmer, pilot, comms, people, investor, regulator, vendor, copywriter, scientist, surgeon, counsel`,
};
