/**
 * A text without the characters at its end that `buang` matches, each alone. Takes as long as the text is: a regular
 * expression such as `/,+$/` starts anew at every one of them and takes the square of their number, which somebody who
 * sends a million is glad of.
 * @param buang matches one character; without the flag `g`
 */
export function pangkasAkhir(teks: string, buang: RegExp): string {
  let akhir = teks.length;
  while (akhir > 0 && buang.test(teks[akhir - 1] ?? '')) akhir--;
  return teks.slice(0, akhir);
}

/** The same at both ends. */
export function pangkasTepi(teks: string, buang: RegExp): string {
  let awal = 0;
  while (awal < teks.length && buang.test(teks[awal] ?? '')) awal++;
  return pangkasAkhir(teks.slice(awal), buang);
}
