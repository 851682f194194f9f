/**
 * Where the local Slack and emulate 0.12.2 answer the same call differently, and why ours is meant. A difference that is not here
 * fails the test, and so does a row that no longer occurs.
 */
export const differences: readonly { readonly where: RegExp; readonly why: string }[] = [
  { where: /^auth\.test · is_enterprise_install$/, why: "Slack says it, and Bolt reads it." },
  { where: /^auth\.test · app_id$/, why: "Slack's reference names no app_id in auth.test." },
  {
    where: /^users\.\w+ · (user )?(color|tz|tz_label|tz_offset|updated)$/,
    why: "emulate has no time zones; nudges need them.",
  },
  {
    where: /^users\.\w+ · (user )?is_(owner|primary_owner|restricted|ultra_restricted|app_user|email_confirmed)$/,
    why: "emulate knows no guests and no owners; the bot treats them differently.",
  },
  { where: /who_can_share_contact_card$/, why: "Slack sends it; emulate does not." },
  {
    where: /profile (first_name|last_name|avatar_hash|team)$/,
    why: "Slack's profile has them; emulate's does not.",
  },
  {
    where: /profile email$/,
    why: "Slack gives the address only with users:read.email, which the bot does not ask for.",
  },
  {
    where: /profile (image_\d+|status_emoji_display_info|huddle_state\w*)$/,
    why: "Nothing here reads pictures, status or huddles.",
  },
  {
    where: / (is_org_shared|is_shared|is_ext_shared|is_pending_ext_shared|context_team_id)$/,
    why: "emulate knows no Slack Connect.",
  },
  {
    where: /^conversations\.\w+ · (channel )?(updated|is_general|unlinked|previous_names)$/,
    why: "emulate leaves them out.",
  },
  {
    where: /^conversations\.\w+ · (channel )?(creator|topic creator|purpose creator|topic last_set|purpose last_set)$/,
    why: "emulate's seed makes its own administrator the creator of everything, now.",
  },
  {
    where: /^conversations\.\w+ · (channel )?num_members$/,
    why: "emulate adds its administrator to each channel, and counts in conversations.info without being asked.",
  },
  { where: /(is_open|last_read)$/, why: "emulate gives a channel what Slack gives a DM." },
  {
    where: /(message|messages 0) (team|bot_id|app_id|bot_profile \w+)$/,
    why: "Slack marks a bot's message with its bot and app; emulate does not.",
  },
  {
    where: /^(chat\.update|reactions\.get|conversations\.history) · (message|messages 0) blocks 0 /,
    why: "An update without blocks keeps them in Slack; emulate drops them.",
  },
  { where: /^reactions\.get · channel$/, why: "Slack says in which channel." },
  { where: /^conversations\.history · pin_count$/, why: "Slack counts pins." },
  { where: /^conversations\.history · response_metadata next_cursor$/, why: "On the last page Slack sends no cursor." },
  { where: /^views\.publish · view title/, why: "Slack gives a Home tab the title “View Title”." },
  { where: /^views\.publish · view app_installed_team_id$/, why: "Bolt reads it; emulate leaves it out." },
];
