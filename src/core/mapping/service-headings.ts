// Headings that name a model or a class of service, side by side over words for who does it.
import { plain } from './plain-words.ts'

const models: ReadonlySet<string> = new Set(
  [
    'iaas, paas, saas, faas, caas, daas, dbaas, infrastructure as a service, platform as a service, software as a service, function as a service, container as a service, serverless, containers, kubernetes, virtual machine, virtual machines, vm, vms, vps, virtual private server, bare metal, colocation, on prem, on premises, on premise, cloud, public cloud, private cloud, hybrid cloud, community cloud, dedicated, dedicated hosting, dedicated server, dedicated servers, shared hosting, managed hosting, unmanaged hosting, self hosted, self managed, hosted, endpoints, workstations, servers, network, email, mobile devices',
    'basic, standard, premium, enterprise, business, essential, essentials, professional, advanced, bronze, silver, gold, platinum, tier 1, tier 2, tier 3, il2, il4, il5, il6, impact level 2, impact level 4, impact level 5, impact level 6, low, moderate, high',
    'cloud public, cloud prive, cloud hybride, hebergement mutualise, hebergement dedie, sur site, serveur dedie, serveurs dedies',
    'offentliche cloud, private cloud, lokal, vor ort, eigenes rechenzentrum, geteiltes hosting, dediziertes hosting, dedizierter server, dedizierte server',
    'nube publica, nube privada, nube hibrida, en local, en las instalaciones, alojamiento compartido, alojamiento dedicado, servidor dedicado, servidores dedicados',
  ].flatMap((line) => line.split(', ')),
)

const around = /\b(?:plan|package|tier|edition|level|service model|customers?|tarif|paquet|paquete|forfait|hosting)\b/g

const level = /^(?:il ?[2456]|impact level [2456]|low|moderate|high|li saas|iaas|paas|saas)$/
const besidesLevel =
  /\b(?:responsibility|responsibilities|responsible(?: party)?|ownership|owner|inheritance)\b|[()[\]:–—-]/gi
const owning = /\b(?:responsibility|responsibilities|responsible(?: party)?|ownership|owner|inheritance)\b/

/** "IL4 Responsibility", "Responsibility (High)": who does it at that level. */
export function levelOwned(heading: string): string | undefined {
  const phrase = plain(heading)
  const rest = phrase.replace(owning, ' ').replace(/\s+/g, ' ').trim()
  if (rest === phrase || !level.test(rest)) return undefined
  return heading.replace(besidesLevel, ' ').replace(/\s+/g, ' ').trim()
}

const numbered = /^((?:service|system|application|app|environment|product) (?:[a-z]|\d{1,2})) (.+)$/

/** "Service A Provider": whose part, and in which of the services. */
export function numberedService(phrase: string): readonly [service: string, rest: string] | undefined {
  const [, service, rest] = numbered.exec(phrase) ?? []
  return service === undefined || rest === undefined ? undefined : [service, rest]
}

/** "IaaS", "Dedicated", "Gold plan", "IL5". */
export function namesService(heading: string): boolean {
  const phrase = plain(heading)
  return models.has(phrase) || models.has(phrase.replaceAll(around, ' ').replace(/\s+/g, ' ').trim())
}
