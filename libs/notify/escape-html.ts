/** As libs/service has it, which this pure library does not know: whatever a unit's name or a reason holds, it stays text. */
const ESCAPES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (it) => ESCAPES[it]!) : text;
}
