// Words in a duty that nobody can observe: "as needed", "assist with", "handles security".
import { rememberedText } from '../remembered.ts'
import { isLeftUnsaid } from './left-to-others.ts'
import { phrasePattern, phrasesOf } from './phrase-pattern.ts'
import { saysOnlyMark, saysOnlyShared } from './says-nothing.ts'

const word = `[\\w’'/-]{1,24}`
const people =
  '(?:clients?|customers?|msps?|providers?|vendors?|business(?:es)?|organi[sz]ations?|company|auditors?|assessors?|stakeholders?|management|leadership|legal|counsel|(?:it|hr)(?: (?:team|department|staff))?|teams?|staff|personnel|employees|users?|owners?|each other|one another|third[- ]part(?:y|ies)|partners?|departments?|insurers?|carriers?|law enforcement)'
const determiner = '(?:the|our|your|its|their|all|other|any|both|relevant|outside|external|internal)'
const subject =
  '(?:(?:cyber|information|it|data|network|physical|technical|overall|general|hipaa|cmmc|regulatory|day-to-day)[ -]?)?(?:cyber-?security|security|compliance|it|privacy|risks?|technology|infrastructure|everything|data protection|operations|(?:needs|matters|issues|concerns|aspects|environment|requirements|tasks|activities|operations|efforts|initiatives)(?: of it)?|security[- ](?:related )?(?:needs|matters|issues|concerns|aspects|tasks|activities|environment|things))'
const state =
  '(?:compliance|security|cyber-?security|privacy|confidentiality|integrity|availability|safety|data protection|compliant|secure|secured|protected|safe|adherence|up[ -]to[ -]date)'
const endOfClause = `(?=[ ]?(?:$|[.,;:)\\]!?–—]|-[ ]|(?:and|or|of|for|with|in|at|on|to|across|within|throughout|during|through|over|as|per|under|by)\\b))`
/** A concrete act follows: "manage risk by reviewing the register each quarter". */
const noAct = `(?![^.;]{0,80}\\bby [a-z]{2,20}ing\\b)`
/** It describes somebody and is no duty: "staff who manage security". */
const noRelative = `(?<!\\b(?:who|that|which|whoever|not) [a-z]{1,16})`
const authority = `(?! (?:by|under|in|at|per) (?!(?:the |our |your |its |their |any )?(?:client|customer|msp|provider|vendor|management|business|situation|circumstances|law|laws|regulations?|applicable|relevant|either|both)\\b))`
/** "When required fields are empty" describes the fields. */
const noNoun =
  '(?! (?:laws?|rules|regulations?|approvals?|fields?|evidence|information|data|documents?|documentation|controls?|permissions?|access|records?|forms?|patch(?:es)?|updates?|signatures?|consents?|notices?|notifications?|tests?|checks?|steps|standards?|requirements?|polic(?:y|ies)|agreements?|training|reports?|logs?|parts?|people|personnel|staff|approvers?|licen[sc]es?|tickets?)\\b)'
const measure =
  '(?:measures?|controls?|safeguards?|steps?|actions?|protections?|precautions|procedures|process(?:es)?|levels?|means|manner|security|authorit(?:y|ies)|part(?:y|ies)|personnel|persons?|people|staff|individuals|stakeholders|channels|teams?|contacts|resources|support|training|response|notice|documentation|fashion|care)'
const fitting = '(?:adequate|appropriate|suitable|sufficient|necessary|proper|reasonable|relevant)'

const conditions = [
  `(?:as|if|when|where|whenever|wherever|only if)(?: and (?:when|where|if))?(?: (?:it is|is|they are|deemed|considered|reasonably|otherwise|mutually))?[ -](?:needed|necessary|appropriate|applicable|possible|feasible|practicable|practical|warranted)\\b${noNoun}`,
  `(?:as|if|when|where|whenever)(?: (?:it is|otherwise|may be))?[ -]required\\b${authority}${noNoun}`,
  `(?:as|if|when|where) (?:mutually |otherwise )?agreed\\b(?! (?:in|on|under|at) )`,
  `as and when\\b`,
  `as (?:assigned|directed|instructed|agreed between)\\b(?! (?:in|on|by the) )`,
  `maintain(?:s|ing)? (?:an? )?(?:secure|safe|compliant) (?:environment|network|systems?|infrastructure|posture|workplace|state)\\b`,
  `as (?:they|it|issues|problems|needs|concerns|questions) (?:arises?|comes? up)\\b`,
  `as (?:far|much|often|many|well|closely) as (?:reasonably )?(?:possible|practicable|feasible|needed|necessary)\\b`,
  `as (?:time|resources|budget|schedules?) (?:permits?|allows?)\\b`,
  `(?:time|resources|budget) permitting\\b`,
  `to the (?:maximum |fullest |greatest )?extent (?:reasonably )?(?:possible|practicable|feasible|necessary|appropriate|applicable|required)\\b`,
  `subject to availability\\b`,
  `at (?:its|their|the ${word}|our|your) (?:sole |own |reasonable )?discretion\\b`,
  `(?:as )?(?:per|in line with|according to|in accordance with|on|within|following) (?:(?:the|an|our|its|mutually) ){0,2}agreed(?:[- ](?:upon|on))? (?:${word} )?(?:schedules?|terms?|times?|time ?frames?|windows?|slas?|process(?:es)?|procedures?|levels?|intervals?|manner|scope)\\b`,
  `(?:as )?per (?:the )?(?:schedule|requirements|slas?|need|contract|policy requirements)\\b(?! (?:${word} ){0,2}[§\\d(])`,
  `(?:within|in line with|according to|in accordance with) (?:the |its |agreed |contracted |applicable ){0,2}slas?\\b(?! (?:${word} ){0,2}[§\\d(])`,
  `(?:to be (?:determined|agreed|defined|confirmed|decided|discussed)|tb[dac]|mutually agree(?:d|able))\\b`,
]

const emptyVerbs = [
  `(?:do(?:es|ing)?|play(?:s|ing)?|fulfil(?:l|ls|s|ling)?) (?:our|its|their|your|his|her|my) (?:own )?(?:parts?|share|bit|roles?|duties|responsibilities|obligations)${endOfClause}`,
  `assist(?:s|ing)? (?:(?:${determiner} )?(?:${word} ){0,3}?(?:with|in|on|during|to)|(?:${determiner} )?${people})\\b`,
  `help(?:s|ing)? (?:out )?(?:(?:(?:${determiner} )?${people} )?with|(?:${determiner} )?(?:clients?|customers?|msp|providers?|organi[sz]ation|business|team))\\b(?! desks?\\b)`,
  `support(?:s|ing)?(?<!\\b(?:the|of|for|remote|technical|vendor|phone|telephone|any|no|paid|help-?desk|software|product) support) (?:${determiner} ${people}|(?:clients?|customers?|msp)(?:['’]s)? (?:with|in|during|on|compliance|security|it)|${subject} ?(?:efforts|initiatives|programs?)?${endOfClause})`,
  `provid(?:es?|ing) (?:(?:${determiner}|general|ongoing|necessary|reasonable|technical|additional|on-?going|adequate|security|compliance|it|${people}) ){0,3}(?:support|assistance|guidance|oversight|help)\\b(?! (?:desks?|portals?|tickets?|contacts?|hours|staff|engineers?|numbers?|lines?|teams?|accounts?|cases?|from \\d|\\d|by (?:phone|telephone|e-?mail|chat)))`,
  `co-?ordinat(?:es?|ing) (?:closely )?with\\b`,
  `(?:liais(?:es?|ing)|collaborat(?:es?|ing)|partners?(?:ing)?|cooperat(?:es?|ing)|engag(?:es?|ing)) (?:closely )?with\\b(?<!\\b(?:our|the|its|your|all|with|a|business) partners? with)`,
  `work(?:s|ing)? (?:closely |together |jointly )?with (?:${determiner} )?(?:${word} )?${people}\\b(?!['’]s (?!${people}\\b))`,
  `work(?:s|ing)? (?:together|in (?:conjunction|tandem|partnership|collaboration|concert) with|side by side)\\b`,
  `in (?:conjunction|coordination|co-ordination|collaboration|consultation) with\\b`,
  `(?:manag(?:es?|ing)|handl(?:es?|ing)|maintains?|monitors?|address(?:es)?|administers?|owns|runs?|covers?|controls?)${noRelative} (?:(?:all|any|the|our|its|client|customer|clients?['’]s?|customers?['’]s?|every|aspects of|things|day-to-day) ){0,4}${subject}${endOfClause}${noAct}`,
  `(?:ensur(?:es?|ing)|assur(?:es?|ing)|guarantees?|maintain(?:s|ing)?|achiev(?:es?|ing)|enforc(?:es?|ing)|promot(?:es?|ing)|facilitat(?:es?|ing)|provid(?:es?|ing))${noRelative} (?:that )?(?!(?:no|every|each|only)\\b)(?:${word} ){0,3}?(?:is |are |remains? |stays? )?${state}${endOfClause}${noAct}`,
  `keep(?:s|ing)? (?!(?:a|one|copies|records|logs)\\b)(?:${word} ){1,3}?(?:secure|safe|compliant|up[ -]to[ -]date)(?<!\\b(?:in|in a|in the|the|a|fire) safe)(?=[ ]?(?:$|[.,;)]|and\\b))${noAct}`,
  `(?:be|is|are|stay|stays|remain|remains) (?:fully )?(?:compliant|vigilant|secure)${noRelative}(?=[ ]?(?:$|[.,;)]|with\\b|and\\b))`,
  `compl(?:y|ies|ying)${noRelative} with (?:(?:all|any|the|other|applicable|relevant|regulatory|security|legal|industry|federal|state|and) ){0,5}(?:laws?|regulations?|requirements|rules|standards|obligations|hipaa|cmmc|nist|dfars|soc 2)${endOfClause}${noAct}`,
  `(?:(?:be|is|are|remains?|shall be|will be)(?<!\\b(?:who|that|which|whoever|person|people) [a-z]{1,8}) (?:(?:solely|jointly|primarily|fully|also|ultimately) )?(?:responsible for|in charge of)\\b)`,
  `(?<=^[ ]{0,4}(?:(?:msp|client|customer|provider)[ :,-]{1,3})?)responsible for\\b`,
  `(?:tak(?:es?|ing)|ha(?:s|ve)|assumes?|bears?) (?:full |overall |sole |joint )?(?:responsibility for|ownership of)\\b`,
  `(?:tak(?:es?|ing) care of|look(?:s|ing)? after|deal(?:s|ing)? with|stay(?:s|ing)? on top of|keep(?:s|ing)? an eye on)\\b${noRelative}`,
  `over(?:sees?|seeing|saw)\\b`,
  `(?:maintain|raise|promote) (?:general )?awareness${endOfClause}`,
  `(?:endeavou?rs?|strives?) (?:to|for)\\b`,
]

const elastic = [
  `(?:commercially )?(?:best|reasonable|good[- ]faith|all reasonable|every reasonable)[ -]efforts?\\b`,
  `(?:mak(?:es?|ing) )?every (?:reasonable )?effort\\b`,
  `(?:industry|leading|generally accepted|good|common)(?:[- ](?:wide|leading|recogni[sz]ed|accepted))?[ -](?:security )?(?:best )?(?:practices?|standards?)\\b(?! analy[sz]er)`,
  `best[ -]practices?\\b(?! analy[sz]er)`,
  `(?:commercially reasonable|state[- ]of[- ]the[- ]art)\\b`,
  `(?:all )?${fitting}(?<!\\bminimum necessary)(?: and ${fitting})? (?:(?:security|technical|administrative|physical|corrective|protective|organi[sz]ational|internal|safety|access) ){0,2}${measure}\\b(?! requirement)`,
  `(?:appropriately|adequately|sufficiently|suitably)\\b`,
  `etc(?:\\.|\\b)`,
  `and (?:so on|so forth|the like|others?(?: (?:related|similar|duties|tasks|items|things|matters|activities)))\\b`,
  `(?:including,? )?but not limited to\\b`,
  `(?:various|miscellaneous)\\b`,
]

/** No longer text is a mere mark. */
const shortest = 40

const vague = phrasePattern([...conditions, ...emptyVerbs, ...elastic])

/** The exact phrases, as they stand in the text; the whole of a text that is a mere mark ("Yes", "Shared") or asks for a duty. */
export const vaguePhrases = rememberedText(findVague)

function findVague(text: string): readonly string[] {
  if (isLeftUnsaid(text)) return [text]
  if (text.length < shortest && (saysOnlyMark(text) || saysOnlyShared(text))) return [text]
  const phrases = phrasesOf(vague, text)
  return phrases.some(endsInPronoun) ? phrases.filter((phrase) => !endsInPronoun(phrase)) : phrases
}

/** "Manage IT" names a subject; "manage it" points back at one. */
function endsInPronoun(phrase: string): boolean {
  return phrase.endsWith(' it')
}
