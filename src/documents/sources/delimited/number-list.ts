// A list of numbers that grows: millions of them, handed to another thread without a copy.

export interface NumberList {
  values: Uint32Array
  length: number
}

export function newNumbers(): NumberList {
  return { values: new Uint32Array(1024), length: 0 }
}

export function add(list: NumberList, value: number): void {
  if (list.length === list.values.length) {
    const larger = new Uint32Array(list.length * 2)
    larger.set(list.values)
    list.values = larger
  }
  list.values[list.length++] = value
}

export function numbersIn({ values, length }: NumberList): Uint32Array {
  return values.slice(0, length)
}
