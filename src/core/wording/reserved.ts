// What only the client can do in its own name: approve policy, accept risk, notify authorities, discipline its people, affirm.
import { rememberedText } from '../remembered.ts'
import { phrasePattern } from './phrase-pattern.ts'

const name = `[\\w’'/-]{1,30}`
const filler = `(?:(?:the|an?|any|all|each|every|its|their|our|final|annual|updated|new|revised|formal|overall|required|clients?['’]s?|customers?['’]s?|organi[sz]ation['’]s|company['’]s) ){0,5}`
const between = `(?:(?!(?:for|with|per|under|by|to|in|against|as|according|following|that|which|after|before|on|from|using|when|if|(?:clients?|customers?)(?!['’]))\\b)${name} ){0,5}?`
const approve = `(?:approv(?:es?|ing)|ratif(?:y|ies)|adopts?|sign(?:s|ing)?(?: off(?: on)?)?|authori[sz](?:es?|ing)|enacts?)`
const decide = `(?:decid(?:es?|ing)|determin(?:es?|ing)|judges?|rules?)`
const notify = `(?:notif(?:y|ies|ying)|inform(?:s|ing)?|tells?|alert(?:s|ing)?|contact(?:s|ing)?)`
const lodge = `(?:report(?:s|ing)?|fil(?:es?|ing)|submit(?:s|ting)?|disclos(?:es?|ing))`
const send = `(?:send(?:s|ing)?|mail(?:s|ing)?|issu(?:es?|ing)|mak(?:es?|ing)|giv(?:es?|ing)|provid(?:es?|ing)|deliver(?:s|ing)?|handl(?:es?|ing)|manag(?:es?|ing)|fil(?:es?|ing)|publish(?:es)?|perform(?:s|ing)?)`
const outsider = `(?:the )?(?:${[
  'hhs',
  'ocr',
  'office for civil rights',
  'secretary(?: of (?:hhs|health[a-z ]{0,20}))?',
  'department of (?:health|defense|war)',
  'dod(?! assessor)',
  'dibnet',
  'dc3',
  'cisa',
  'fbi',
  '(?:state )?attorneys? general',
  '(?:(?:federal|state|local|supervisory|data protection|regulatory|competent|government|public|law[- ]enforcement|the|relevant|appropriate|and|or) ){0,4}(?:regulators?|authorities|authority)',
  '(?:federal|state|government|regulatory|law[- ]enforcement) agenc(?:y|ies)',
  '(?:(?:all|each|every|any|those|the|affected|impacted) ){0,3}(?:individuals|individual|patients|data subjects?|consumers|residents)(?! (?:portal|records?|monitoring|systems?|data)\\b)',
  '(?:affected|impacted) (?:persons?|people|parties)',
  '(?:(?:prominent|local|news|the) ){0,2}media(?= outlets?\\b|[.,;]|$| (?:of|about|when|within|if|and|or|where|that|in|no)\\b)',
  'press(?= ?(?:[.,;]|$|of\\b|about\\b|and\\b))',
  'prime contractors?',
  'contracting officer',
].join('|')})\\b`
const workforce = `(?:employees?|staff|workforce|workers?|personnel|workforce members?|staff members?|individuals who|users who|people who|anyone who|those who)\\b(?!['’]|(?: members?)?['’]? (?:accounts?|access|sessions?|badges?|laptops?|passwords?|devices?)\\b)`

const reserved = phrasePattern([
  `${approve} ${between}polic(?:y|ies)(?<!\\b(?:firewall|conditional access|group|dlp|intune|device|configuration|update|antivirus|mail|filtering|quarantine|retention) polic(?:y|ies))\\b(?! (?:exceptions? requests?|changes?))`,
  `(?:grant|give|issue|provide)s? ${filler}policy approvals?\\b`,
  `${approve} ${filler}(?:ssp|system security plans?)\\b`,
  `accept(?:s|ing)? (?:(?:the|any|all|each|these|this|such|residual|remaining|identified|security|cyber|known|low|medium|high|and|or|its|clients?['’]s?|customers?['’]s?) ){0,5}risks?\\b`,
  `(?:${approve}|grants?) ${filler}(?:residual )?risk(?:[ -](?:acceptances?|decisions?|exceptions?|treatments?))\\b`,
  `(?:mak(?:es?|ing)|tak(?:es?|ing)) (?:(?:the|all|any|final|business|necessary) ){0,3}risk(?:[ -](?:acceptance|treatment|management|based))? decisions?\\b`,
  `${decide} (?:which|what|whether|if) (?:${name} ){0,5}?(?:accept (?:${name} ){0,3}?risks?|risks? (?:${name} ){0,3}?(?:accepted|acceptable|tolerated|tolerable|accept))\\b`,
  `(?:sets?|defin(?:es?|ing)|determin(?:es?|ing)|${approve}) ${filler}(?:risk (?:appetite|tolerance)|(?:acceptable|tolerable) (?:levels? of )?risks?)\\b`,
  `(?:${approve}|grants?) (?:${name} ){0,3}?(?:(?:policy|security|risk) exceptions?|exceptions? to ${filler}(?:${name} )?polic(?:y|ies))\\b(?! requests? form)`,
  `${notify} (?:also |directly |then )?${outsider}`,
  `${lodge} (?:(?!(?:(?:clients?|customers?)(?!['’])|for|to (?:the )?(?:clients?|customers?))\\b)${name} ){0,8}?(?:to|with|at|via|through) ${outsider}`,
  `${send} (?:(?!(?:(?:clients?|customers?)(?!['’])|for|to (?:the )?(?:clients?|customers?))\\b)${name} ){0,5}?(?:notices?|notifications?|letters|reports?) (?:(?!(?:(?:clients?|customers?)(?!['’])|for|to (?:the )?(?:clients?|customers?))\\b)${name} ){0,5}?(?:to|with) ${outsider}`,
  `${send} (?:(?:the|all|any|required|breach|regulatory|legal|incident|state|individual|hipaa|and|or|media|patient) ){0,5}?(?:(?:breach|regulatory|legal|statutory|patient|media|individual) (?:notifications?|notices?)|regulatory reports?)\\b(?! (?:to|for) (?:the )?(?:client|customer|msp|privacy officer|covered entity))`,
  `${decide} (?:(?:the )?breach status|(?:whether|if|that|when) (?:${name} ){0,8}?(?:(?:is|was|were|counts as|constitutes|amounts to) (?:an? )?(?:reportable |notifiable |hipaa )?breach|reportable|notifiable|breach (?:has )?occurred))\\b`,
  `(?:appl(?:y|ies|ying)|impos(?:es?|ing)|administers?|decid(?:es?|ing) on|carr(?:y|ies) out|enforc(?:es?|ing)|tak(?:es?|ing)) (?:(?:the|any|all|workforce|employee|appropriate|staff|hr|formal) ){0,4}(?:sanctions?|disciplinary (?:actions?|measures?|procedures|steps)|discipline)\\b(?! (?:polic|records?|list|log))`,
  `(?:disciplin(?:es?|ing)|sanction(?:s|ing)?|dismiss(?:es|ing)?|fir(?:es?|ing)|reprimands?|suspends?|terminat(?:es?|ing)) (?:(?:the|any|all|clients?['’]?s?|customers?['’]?s?|its|offending|non-compliant|those) ){0,4}${workforce}`,
  `terminat(?:es?|ing) (?:(?:the|an?|${name}['’]s?) ){0,3}employment\\b`,
  `issu(?:es?|ing) (?:(?:written|verbal|formal|final) ){0,2}warnings? to ${filler}(?:offending )?${workforce}`,
  `(?:submit(?:s|ting)?|enter(?:s|ing)?|post(?:s|ing)?|upload(?:s|ing)?|fil(?:es?|ing)|record(?:s|ing)?) (?:(?!for\\b)${name} ){0,6}?(?:in|into|to|on|with|through) (?:the )?sprs\\b`,
  `(?:submit(?:s|ting)?|sign(?:s|ing)?|mak(?:es?|ing)|complet(?:es?|ing)|provid(?:es?|ing)|giv(?:es?|ing)|fil(?:es?|ing)) (?:(?:the|an?|annual|yearly|senior|cmmc|official|clients?['’]s?|of|continuing|compliance) ){0,5}(?:affirmations?|attestations? of compliance|sprs (?:scores?|entry|entries|submissions?|assessments?))\\b`,
  `(?:affirms?|attests?|certif(?:y|ies))(?: to)? (?:${name} ){0,3}?(?:compliance|cmmc|hipaa|scores?)\\b`,
  `(?:acts?|serves?|signs?) as (?:the )?(?:clients?['’]?s? )?affirming official\\b`,
  `(?:sign|approv|decid|attest|certif|affirm)(?:y|ies|es?|s|ing)? [^.;]{0,80}?(?:on (?:the )?(?:client|customer)['’]?s['’]? behalf|on behalf of (?:the )?(?:client|customer)|in the (?:client|customer)['’]s name)\\b`,
])

const modal = `(?: (?:needs?|has|have|wants?|decides?|must|may|can|could|will|shall|should|then|also|itself|is|are|ready|able|asked|required))*(?: to)?`
/** Somebody else does it ("ask the client's partner to", "who"), or it is a noun ("the client's report to"). */
const otherSubject = new RegExp(
  `\\b(?:clients?|customers?|officers?|owners?|management|managers?|manager|board|executives?|directors?|partners?|counsel|lawyers?|attorneys?|hr|it|they|who|which|leadership|officials?|entity|he|she)${modal}\\s*$|\\b(?:client|customer)['’]s(?: [\\w-]+){1,4} (?:to|must|may|can|will|shall|should)\\s*$|\\b(?:the|an?|any|each|its|their|(?:client|customer)['’]s)\\s*$`,
  'i',
)
const denied = /\b(?:not|never|no longer|cannot|without|instead of|rather than)\s*$/i
/** Paper for somebody else's act: "draft the letters to notify affected individuals". */
const prepared =
  /^(?:[\w\s,]{0,40}\b)?(?:draft|prepare|write|propose|recommend|supply|provide|send|give|hand|collect|gather|deliver|list|compile|keep)s?\b[^.;]*\bto\s*$/i

/** The acts in this text that its party would itself do. */
export const reservedActs = rememberedText(findReserved)

function findReserved(text: string): readonly string[] {
  if (!text.match(reserved)) return []
  return [...text.matchAll(reserved)].filter((match) => isOwnAct(text, match.index)).map(([phrase]) => phrase)
}

function isOwnAct(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 160), at)
  return !otherSubject.test(before) && !denied.test(before) && !prepared.test(before)
}
