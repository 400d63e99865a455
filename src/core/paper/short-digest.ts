// The beginning of a digest, as people compare two papers by eye: the first twelve digits, in fours.

export function shortDigest(digest: string): string {
  return `${digest.slice(0, 4)} ${digest.slice(4, 8)} ${digest.slice(8, 12)}`
}
