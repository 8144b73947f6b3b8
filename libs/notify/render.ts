/** A composed message as text and HTML of the same words. */
import { messageHtml } from './generated/message-html';
import type { MessageView, Rendered, Section } from './message';

export function render(view: MessageView): Rendered {
  return { subject: view.subject, text: messageText(view), html: messageHtml(view) };
}

function messageText(view: MessageView): string {
  const parts = [
    view.drill === null ? null : `*** ${view.drill} ***`,
    view.greeting,
    ...view.sections.map(sectionText),
    ['--', ...view.footer].join('\n'),
  ];
  return `${parts.filter((part) => part !== null).join('\n\n')}\n`;
}

function sectionText(section: Section): string {
  const blocks = [
    section.title,
    ...section.paragraphs,
    section.facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    section.listTitle === null
      ? null
      : [
          `${section.listTitle}:`,
          ...section.list.map((item, index) => `  ${index + 1}. ${item}`),
        ].join('\n'),
    section.why && `${section.why.title}. ${section.why.text}`,
    section.next &&
      [`${section.next.title}:`, ...section.next.lines.map((line) => `  - ${line}`)].join('\n'),
    section.answer && `${section.answer.title}. ${section.answer.text}`,
  ];
  return blocks.filter((block) => block !== null).join('\n\n');
}
