// Which words say nothing about what a piece of work is, which say little, and which mean the same.

export const silentWords = `a about above after again all also am among an and any are as at be because been before being below between both but by can
  cannot could did do does doing done down during each either else every few for from further get give given gives got had has have having he
  her here him his how i if in inside into is it its itself just least less like made make makes many may me more most much must my need needed
  needs neither no nor not now of off on once one only onto or other others our out outside over own per same set sets she should since so some such
  take taken takes than that the their them then there these they this those through to together too toward under until up upon us via was we
  were what when where whether which while who whom whose why will with within without would yet you your n msp msps client clients
  customer customers provider providers managed agreed`

/** Verbs that stand in every duty: they say little about which requirement it serves. */
export const commonplaceWords =
  'approve define review ensure implement maintain configure report document manage provide request perform conduct control require requirement system environment infrastructure decide service information data security policy procedure person user write name keep check record list'

/** One word for what trades and regions write differently. */
export const sameWords: Readonly<Record<string, string>> = {
  'e-mail': 'email',
  'multi-factor': 'mfa',
  multifactor: 'mfa',
  'two-factor': 'mfa',
  '2fa': 'mfa',
  'wi-fi': 'wireless',
  wifi: 'wireless',
  wlan: 'wireless',
  antivirus: 'malware',
  'anti-virus': 'malware',
  'anti-malware': 'malware',
  antimalware: 'malware',
  malicious: 'malware',
  virus: 'malware',
  viruses: 'malware',
  edr: 'malware',
  login: 'logon',
  logins: 'logon',
  logons: 'logon',
  'sign-in': 'logon',
  'sign-ins': 'logon',
  'log-in': 'logon',
  'log-on': 'logon',
  logoff: 'logoff',
  'log-off': 'logoff',
  logout: 'logoff',
  'sign-out': 'logoff',
  'back-up': 'backup',
  'back-ups': 'backup',
  backed: 'backup',
  're-use': 'reuse',
  'off-boarding': 'offboard',
  smartphone: 'mobile',
  smartphones: 'mobile',
  phones: 'mobile',
  tablets: 'mobile',
  tablet: 'mobile',
  staff: 'workforce',
  employee: 'workforce',
  employees: 'workforce',
  personnel: 'workforce',
  phi: 'ephi',
  bitlocker: 'encrypt',
  cryptographic: 'encrypt',
  cryptography: 'encrypt',
  cryptographically: 'encrypt',
  cipher: 'encrypt',
  baa: 'associate',
  baas: 'associate',
  notice: 'notify',
  retention: 'retain',
  recovery: 'recov',
  destruction: 'destroy',
  disclosure: 'disclos',
  analysis: 'analyz',
  logging: 'log',
  usage: 'use',
  uses: 'use',
  used: 'use',
  using: 'use',
  accounting: 'accounting',
  identity: 'identify',
  leaver: 'offboard',
  data: 'information',
  shred: 'destroy',
  wip: 'sanitiz',
}
