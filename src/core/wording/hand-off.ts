// Whether a hand-off says how the duties meet, and when.
import type { Activity } from '../activity.ts'
import type { Duty } from '../duty.ts'
import { rememberedText } from '../remembered.ts'
import { namesTime } from './time-named.ts'

const parties = '(?:the )?(?:both|all|each|msp|client|customer|provider|vendor|we|they|parties)'
const own = `(?:its|their|his|her|his or her|the)? ?own\\b[^.;,]*`

const apart = new RegExp(
  `^(?:shared:? )?(?:each|both|all|every|either)(?: (?:of (?:them|us|the parties)|party|parties|side|sides|one|organi[sz]ation))? ?(?:(?:is|are) (?:responsible|accountable) )?[a-z-]*(?: (?:and|or) [a-z-]+)?(?: for| of| to| after)? ?${own}$|^(?:everyone|everybody) (?:for|does|handles|looks after) ?${own}$|^(?:msp|client|customer|provider) (?:handles|manages|secures|maintains|controls|screens|assesses|documents|protects|does) ${own}$`,
  'i',
)

const nothing = new RegExp(
  `^(?:${[
    '(?:it is |this is )?(?:shared|joint|jointly|mutual|common|collaborative|collective|both|co-?managed)(?: (?:parties|sides|responsibility|responsibilities|effort|control|ownership|duty|duties|task|activity|between .*|by .*|with .*))*',
    '(?:shared|joint|both)(?: responsibility)?[:,–—-] ?(?:both|all)?(?: parties| sides)?(?: jointly)?(?: participate| take part| contribute| are responsible| are involved| collaborate| cooperate| do it| share| perform)?',
    `(?:${parties}(?: and | & |\\/)?)+ ?(?:parties |sides |teams )?(?:jointly |together |equally )?(?:participate|take part|contribute|collaborate|cooperate|share|execute|perform|work together|do it|are involved|are responsible|responsible|jointly responsible|share responsibility|share (?:the|this|these) \\w+)(?: in (?:it|this)| together| jointly)?`,
    `(?:the )?(?:msp|client|customer|provider|vendor) (?:(?:solely|entirely|fully|primarily) )?(?:owns|leads|is responsible|responsible|responsibility|handles|does)(?: (?:it|this|all|entirely|everything|it all|(?:the )?[\\w-]{1,20}))?`,
    `${parties}(?:,? ?(?:and|&|\\/|\\+) ?${parties})+|(?:both|all) (?:parties|sides|teams)`,
    '(?:the )?responsibility is (?:shared|joint)(?: .*)?|(?:the )?(?:msp|client|customer|provider) leads,? (?:and )?(?:the )?(?:msp|client|customer|provider) (?:supports|assists|helps)',
    'n\\/?a|none|nil|no|yes|x|not applicable|not required|tb[dac]|to be (?:determined|agreed|defined|confirmed|decided)|see (?:the )?(?:above|below|previous|contract|agreement|ssp|msa|sow|comments?|notes?)[\\w\\s-]{0,40}|\\d+|same(?: as above)?|as above|as agreed|as (?:needed|required|appropriate)|ditto|unknown|pending|standard process|msp|client|provider|customer',
    `(?:${parties} ?)?(?:parties |teams |sides )?(?:will |shall |must )?(?:jointly managed|managed jointly|co-?ordinat(?:e|ion)|team ?work|communicat(?:e|ion)|collaborat(?:e|ion)|work together|stay in touch|keep each other informed)(?: between .*| with .*| closely| together)?(?: as (?:needed|required|appropriate))?`,
    `${parties}(?: and ${parties})? (?:will |shall |must )?(?:co-?ordinate|communicate|collaborate|work together|liaise)(?: .*)?`,
    '(?:via|by|over|through) (?:e-?mail|phone|telephone|ticket|teams|slack|the portal|meetings?)|(?:will |to )?be (?:discussed|clarified|worked out)(?: .*)?|(?:to be )?discussed (?:at|in|during) .*|(?:refer|please refer|according) to (?:the )?(?:sow|msa|sla|contract|agreement|ssp|policy)(?: .*)?',
    '[\\s–—.?…*/-]*',
  ].join('|')})$`,
  'i',
)

/** Undefined when it is fine; else what is missing, as a short clause. */
export function handOffFault({ handoff = '', duties }: Pick<Activity, 'handoff' | 'duties'>): string | undefined {
  const fault = faultOf(handoff)
  if (fault !== undefined) return fault
  return duties.some(hasClock) || namesTime(handoff) ? undefined : 'the hand-off has no time'
}

const faultOf = rememberedText(findFault)

function findFault(handoff: string): string | undefined {
  const clauses = clausesOf(handoff)
  if (clauses.every(saysNothing)) return 'no hand-off says how the duties meet'
  const idle = /\bown/i.test(handoff) ? clauses.find(isApart) : undefined
  if (idle !== undefined && clauses.every((clause) => isApart(clause) || saysNothing(clause))) {
    return `"${plain(idle)}" is not a hand-off: make it two activities`
  }
  return undefined
}

/** A hand-off that says no more than that both take part. */
export function onlyClaimsSharing(text: string): boolean {
  return claim.test(text) && clausesOf(text).every(saysNothing)
}

const claim = /\b(?:shared|joint|jointly|both|mutual|together|collaborative|all parties)\b/i
const longest = 600

function clausesOf(text: string): readonly string[] {
  return text.slice(0, longest).split(/[.;\n]+/)
}

function saysNothing(clause: string): boolean {
  return nothing.test(plain(clause))
}

function isApart(clause: string): boolean {
  return apart.test(plain(clause))
}

function plain(clause: string): string {
  return clause
    .replace(/\(.*\)/, '')
    .trim()
    .replaceAll(/\s+/g, ' ')
}

function hasClock({ timing }: Duty): boolean {
  return timing !== undefined && !('keep' in timing)
}
