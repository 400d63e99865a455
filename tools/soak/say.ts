// A figure of a soak as it is printed: beside it how busy the machine was, without which it means little.
import { loadavg } from 'node:os'

export function say(line: string): void {
  console.log(`${line} [load ${loadavg()[0]!.toFixed(1)}]`)
}
