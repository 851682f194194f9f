/** One win and nothing else, as raw SQL names it, so that a column that is new has its default: team, user, id, text, day and moment. */
export const INSERT_WIN =
  "insert into win (team_id, user_id, id, text, happened_on, created_at, origin, people, links) values (?, ?, ?, ?, ?, ?, 'command', '[]', '[]')";
