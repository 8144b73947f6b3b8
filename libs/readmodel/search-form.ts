/** The form in which people search: no accents, no case. `Thanh Hóa` is found by `thanh hoa`. */
export function searchForm(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
