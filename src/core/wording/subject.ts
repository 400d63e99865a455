// Whether a title is a mere subject ("Access control", "Data backup plan") or a piece of work ("Test a restore").

const subjects: ReadonlySet<string> = new Set(
  `access account accounts accountability administration administrative anti antivirus applications application asset assets assessment assessments analysis
  audit audits auditing authentication authorization availability awareness backup backups boundary business change changes cloud cmmc code communication communications compliance
  computer computing confidentiality configuration configurations configuration contingency continuity control controls corporate cryptography cui cyber cybersecurity data
  desktop desktops detection device devices disaster disposal documentation edr electronic email e-mail encryption endpoint endpoints environment environmental ephi facilities facility firewall firewalls
  general governance hardware help desk helpdesk hipaa hosting human identification identity incident incidents information infrastructure integrity internet intrusion it laptops legal logging
  logical logs log mail malicious malware management managed media mfa miscellaneous misc mobile monitoring multifactor network networks networking nist office 365 m365 microsoft operations
  other password passwords patch patches patching perimeter personnel phi phones physical plan plans planning policies policy prevention privacy privileged procedure procedures process processes program protection
  recovery regulatory remote reporting requirements resources response responsibilities risk risks safeguard safeguards security server servers service services siem soc software
  spam supply chain support system systems technical technology third party threat threats training transmission user users vendor vendors virus vpn vulnerability vulnerabilities web wifi wireless
  workforce workstation workstations 2 800-171 800-53`.split(/\s+/),
)
const joints: ReadonlySet<string> = new Set(
  'a an and or of the for in on to with & our client clients msp all'.split(' '),
)
/** Nouns that a subject ends in; after one of the words below they show that it was no verb ("patch management"). */
const heads: ReadonlySet<string> = new Set(
  'management control controls monitoring logging logs protection security response recovery policy policies procedures procedure plan plans planning process program training awareness compliance assessment assessments analysis administration operations services service support system detection prevention desk'.split(
    ' ',
  ),
)
const verbsToo: ReadonlySet<string> = new Set(
  'control change patch audit log plan support process monitor risk mail service help disaster'.split(' '),
)

const verbs: ReadonlySet<string> = new Set(
  `accept account acknowledge add agree answer apply appoint approve archive arrange ask assess assign audit authenticate authorize back block brief bring build call cancel capture carry change check choose
  classify clean close collect compare complete configure confirm connect contain control copy correct correlate count create decide define delete deliver deny deploy describe destroy detect determine develop
  disable disconnect dispose divide document draft draw drill employ enable encrypt end enforce enrol enroll enter erase escort establish evaluate examine exercise export file find fix follow forward fund gather get give grant
  hand harden have hold identify implement inform inspect install interview inventory investigate isolate issue keep label learn limit list lock log maintain make manage map mark measure meet monitor move name notify
  obtain offer open order patch perform plan practise practice prepare preserve prevent procure prohibit protect prove provide publish pull purge put quarantine rate reach read rebuild receive recertify reconcile record recover recycle refuse register release
  remediate remove renew repair replace report require rescan reset resolve respond restore restrict retain retire retrieve return review revoke rotate run sanitize save scan schedule screen scrub search secure segment send separate set share
  show shred sign stage start stop store submit supervise supply suspend synchronize tag take teach tell terminate test trace track train transfer transmit try tune turn update use validate verify walk warn watch wipe withdraw write`.split(
    /\s+/,
  ),
)

/** Every word is a subject's, and none of them acts. */
export function isSubject(title: string): boolean {
  const first = title.split(' ', 1)[0]!.toLowerCase()
  if (!joints.has(first) && !namesSubject(first)) return false
  const content = wordsOf(title).filter((word) => !joints.has(word))
  if (content.length === 0 || !content.every(namesSubject)) return false
  return !(verbsToo.has(content[0]!) && content.length > 1 && !heads.has(content.at(-1)!))
}

export function leadsWithVerb(title: string): boolean {
  return verbs.has(wordsOf(title)[0] ?? '')
}

/** In lower case, without marks such as "[CUI Data]" and without a full stop. */
export function plainTitle(title: string): string {
  const plain = title.includes('[') ? title.replaceAll(/\[[^\]]{0,60}\]/g, '') : title
  return plain.trim().toLowerCase().replace(/[.:]$/, '')
}

function wordsOf(title: string): readonly string[] {
  return plainTitle(title).match(/[\p{L}\p{N}&][\p{L}\p{N}&’'-]*/gu) ?? []
}

/** "anti-malware" by its parts. */
function namesSubject(word: string): boolean {
  return (
    subjects.has(word) ||
    (/[-/,:.]/.test(word) && word.split(/[-/,:.]/).every((part) => part === '' || subjects.has(part)))
  )
}
