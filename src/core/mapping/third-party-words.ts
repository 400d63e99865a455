// The words for those who serve beside the MSP and the cloud: who watches, who houses, who carries.

const kinds =
  'soc, mdr, xdr, edr, siem, ndr, backup, data center, data centre, datacenter, colocation, colo, hosting, internet, internet service, telecom, telecoms, telecommunications, network, connectivity, identity, email, e mail, monitoring, security monitoring, managed detection and response, security operations center, soc as a service, disaster recovery, cloud hosting, managed hosting, ehr, emr, software, saas, application'
const nouns = 'provider, providers, vendor, vendors, supplier, operator, partner'

const others = [
  'soc service provider, mdr service provider, third party provider, third party vendor, third party service provider, 3rd party provider, 3rd party vendor, 3rd party service provider, hosting company, telecom company, telecom carrier, telco, telecommunications carrier, isp, subservice organization, subservice organisation, subservice provider',
  'exploitant du centre de donnees, exploitant du datacenter, fournisseur de soc, prestataire soc, fournisseur soc, fournisseur mdr, prestataire mdr, operateur telecom, operateur de telecommunications, operateur telecoms, fournisseur d acces internet, fai, prestataire tiers, fournisseur tiers',
  'rechenzentrumsdienstleister, rechenzentrumsanbieter, rz betreiber, rz dienstleister, rz anbieter, soc anbieter, soc dienstleister, mdr anbieter, mdr dienstleister, netzbetreiber, telekommunikationsanbieter, internetanbieter, internetprovider, drittanbieter, drittdienstleister, hosting dienstleister',
  'proveedor de centro de datos, operador del centro de datos, proveedor de soc, proveedor soc, proveedor de mdr, proveedor mdr, operador de telecomunicaciones, proveedor de internet, proveedor de acceso a internet, proveedor externo, proveedor de alojamiento, proveedor de hosting',
]

/** Where one of these stands, somebody of that trade is meant. */
export const thirdParties: ReadonlySet<string> = new Set([
  ...kinds.split(', ').flatMap((kind) => nouns.split(', ').map((noun) => `${kind} ${noun}`)),
  ...others.flatMap((line) => line.split(', ')),
])

/** A place, a wire or a relation as much as whoever stands for it: a party only where parties stand beside it. */
export const houses: ReadonlySet<string> = new Set(
  [
    'data center, data centre, datacenter, datacentre, colocation, colo, cloud, carrier, telecom, telecoms, soc, mdr, noc, hosting, cloud platform, third party, third parties, 3rd party, subcontractor, subcontractors, sub contractor, landlord, building owner, building management, manufacturer',
    'centre de donnees, hebergement, telecoms, nuage, tiers, sous traitant, bailleur, fabricant',
    'rechenzentrum, rz, telekommunikation, dritte, dritter, subunternehmer, unterauftragnehmer, nachunternehmer, vermieter, hersteller',
    'centro de datos, centro de proceso de datos, cpd, nube, alojamiento, telecomunicaciones, tercero, terceros, subcontratista, arrendador, fabricante',
  ].flatMap((line) => line.split(', ')),
)
