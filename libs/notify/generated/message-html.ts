/** Generated from templates/message.mjml by build-templates.mjs: do not edit. Every value is escaped. */
import { escapeHtml } from '../escape-html';
import type { MessageView } from '../message';

export function messageHtml(view: MessageView): string {
  let html = '';
  html += '<!doctype html> <html lang="';
  html += escapeHtml(view.language);
  html +=
    '" dir="auto" xmlns="http://www.w3.org/1999/xhtml" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"> <head> <title>';
  html += escapeHtml(view.subject);
  html +=
    '</title> <!--[if !mso]><!--> <meta http-equiv="X-UA-Compatible" content="IE=edge"> <!--<![endif]--> <meta http-equiv="Content-Type" content="text/html; charset=UTF-8"> <meta name="viewport" content="width=device-width, initial-scale=1"> <style type="text/css">\n#outlook a { padding:0; }\nbody { margin:0;padding:0;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%; }\ntable, td { border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt; }\nimg { border:0;height:auto;line-height:100%; outline:none;text-decoration:none;-ms-interpolation-mode:bicubic; }\np { display:block;margin:13px 0; }\n</style> <!--[if mso]> <noscript> <xml> <o:OfficeDocumentSettings> <o:AllowPNG/> <o:PixelsPerInch>96</o:PixelsPerInch> </o:OfficeDocumentSettings> </xml> </noscript> <![endif]--> <!--[if lte mso 11]> <style type="text/css">\n.mj-outlook-group-fix { width:100% !important; }\n</style> <![endif]--> <style type="text/css">\n@media only screen and (min-width:480px) {\n.mj-column-per-100 { width:100% !important; max-width: 100%; }\n}\n</style> <style media="screen and (min-width:480px)">\n.moz-text-html .mj-column-per-100 { width:100% !important; max-width: 100%; }\n</style> </head> <body style="word-spacing:normal;background-color:#f0f2f5;"> <div style="display:none;font-size:1px;color:#ffffff;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;">';
  html += escapeHtml(view.preheader);
  html += '</div> <div aria-label="';
  html += escapeHtml(view.subject);
  html += '" aria-roledescription="email" role="article" lang="';
  html += escapeHtml(view.language);
  html += '" dir="auto" style="word-spacing:normal;background-color:#f0f2f5;">\n';
  if (view.drill) {
    html +=
      '\n<!--[if mso | IE]><table align="center" border="0" cellpadding="0" cellspacing="0" class="" role="presentation" style="width:640px;" width="640" bgcolor="#7c2d12" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]--> <div style="background:#7c2d12;background-color:#7c2d12;margin:0px auto;max-width:640px;"> <table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="background:#7c2d12;background-color:#7c2d12;width:100%;"> <tbody> <tr> <td style="direction:ltr;font-size:0px;padding:10px 0;text-align:center;"> <!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="" style="vertical-align:top;width:640px;" ><![endif]--> <div class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;"> <table border="0" cellpadding="0" cellspacing="0" role="presentation" style="vertical-align:top;" width="100%"> <tbody> <tr> <td align="center" style="font-size:0px;padding:4px 24px;word-break:break-word;"> <div style="font-family:\'Segoe UI\', Roboto, \'Helvetica Neue\', Arial, sans-serif;font-size:15px;font-weight:700;line-height:1.55;text-align:center;color:#ffffff;">';
    html += escapeHtml(view.drill);
    html +=
      '</div> </td> </tr> </tbody> </table> </div> <!--[if mso | IE]></td></tr></table><![endif]--> </td> </tr> </tbody> </table> </div> <!--[if mso | IE]></td></tr></table><![endif]-->\n';
  }
  html +=
    '\n<!--[if mso | IE]><table align="center" border="0" cellpadding="0" cellspacing="0" class="" role="presentation" style="width:640px;" width="640" bgcolor="#ffffff" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]--> <div style="background:#ffffff;background-color:#ffffff;margin:0px auto;max-width:640px;"> <table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="background:#ffffff;background-color:#ffffff;width:100%;"> <tbody> <tr> <td style="direction:ltr;font-size:0px;padding:20px 0 0 0;text-align:center;"> <!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="" style="vertical-align:top;width:640px;" ><![endif]--> <div class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;"> <table border="0" cellpadding="0" cellspacing="0" role="presentation" style="vertical-align:top;" width="100%"> <tbody> <tr> <td align="left" style="font-size:0px;padding:4px 24px;word-break:break-word;"> <div style="font-family:\'Segoe UI\', Roboto, \'Helvetica Neue\', Arial, sans-serif;font-size:15px;line-height:1.55;text-align:left;color:#1f2933;">';
  html += escapeHtml(view.greeting);
  html +=
    '</div> </td> </tr> </tbody> </table> </div> <!--[if mso | IE]></td></tr></table><![endif]--> </td> </tr> </tbody> </table> </div> <!--[if mso | IE]></td></tr></table><![endif]-->\n';
  for (const section of view.sections) {
    html +=
      '\n<!--[if mso | IE]><table align="center" border="0" cellpadding="0" cellspacing="0" class="" role="presentation" style="width:640px;" width="640" bgcolor="#ffffff" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]--> <div style="background:#ffffff;background-color:#ffffff;margin:0px auto;max-width:640px;"> <table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="background:#ffffff;background-color:#ffffff;width:100%;"> <tbody> <tr> <td style="border-bottom:1px solid #d9dee4;direction:ltr;font-size:0px;padding:8px 0 16px 0;text-align:center;"> <!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="" style="vertical-align:top;width:640px;" ><![endif]--> <div class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;"> <table border="0" cellpadding="0" cellspacing="0" role="presentation" style="vertical-align:top;" width="100%"> <tbody> <tr> <td align="left" style="font-size:0px;padding:4px 24px;word-break:break-word;"> <div style="font-family:\'Segoe UI\', Roboto, \'Helvetica Neue\', Arial, sans-serif;font-size:18px;font-weight:600;line-height:1.55;text-align:left;color:#0b3d66;">';
    html += escapeHtml(section.title);
    html += '</div> </td> </tr>\n';
    for (const paragraph of section.paragraphs) {
      html +=
        '\n<tr> <td align="left" style="font-size:0px;padding:4px 24px;word-break:break-word;"> <div style="font-family:\'Segoe UI\', Roboto, \'Helvetica Neue\', Arial, sans-serif;font-size:15px;line-height:1.55;text-align:left;color:#1f2933;">';
      html += escapeHtml(paragraph);
      html += '</div> </td> </tr>\n';
    }
    html +=
      '\n<tr> <td align="left" style="font-size:0px;padding:4px 24px;word-break:break-word;"> <table cellpadding="0" cellspacing="0" role="presentation" width="100%" border="0" style="color:#1f2933;font-family:\'Segoe UI\', Roboto, \'Helvetica Neue\', Arial, sans-serif;font-size:15px;line-height:1.45;table-layout:auto;width:100%;border:none;">\n';
    for (const fact of section.facts) {
      html +=
        '\n<tr> <td class="label" style="color: #52606d; padding: 3px 12px 3px 0; vertical-align: top; width: 34%;" width="34%" valign="top">';
      html += escapeHtml(fact.label);
      html +=
        '</td> <td class="value" style="padding: 3px 0; vertical-align: top;" valign="top">\n';
      if (fact.strong) {
        html += '<strong>';
      }
      html += escapeHtml(fact.value);
      if (fact.strong) {
        html += '</strong>';
      }
      html += '\n</td> </tr>\n';
    }
    html += '\n</table> </td> </tr>\n';
    if (section.listTitle) {
      html +=
        '\n<tr> <td align="left" style="font-size:0px;padding:4px 24px;word-break:break-word;"> <div style="font-family:\'Segoe UI\', Roboto, \'Helvetica Neue\', Arial, sans-serif;font-size:15px;line-height:1.55;text-align:left;color:#1f2933;"><span class="heading" style="font-weight: 600;">';
      html += escapeHtml(section.listTitle);
      html += '</span> <ol class="list" style="margin: 4px 0; padding-left: 20px;">\n';
      for (const item of section.list) {
        html += '\n<li>';
        html += escapeHtml(item);
        html += '</li>\n';
      }
      html += '\n</ol></div> </td> </tr>\n';
    }
    if (section.why) {
      html +=
        '\n<tr> <td align="left" style="font-size:0px;padding:4px 24px;word-break:break-word;"> <div style="font-family:\'Segoe UI\', Roboto, \'Helvetica Neue\', Arial, sans-serif;font-size:15px;line-height:1.55;text-align:left;color:#1f2933;"><span class="heading" style="font-weight: 600;">';
      html += escapeHtml(section.why.title);
      html += '.</span> ';
      html += escapeHtml(section.why.text);
      html += '</div> </td> </tr>\n';
    }
    if (section.next) {
      html +=
        '\n<tr> <td align="left" style="font-size:0px;padding:4px 24px;word-break:break-word;"> <div style="font-family:\'Segoe UI\', Roboto, \'Helvetica Neue\', Arial, sans-serif;font-size:15px;line-height:1.55;text-align:left;color:#1f2933;"><span class="heading" style="font-weight: 600;">';
      html += escapeHtml(section.next.title);
      html += ':</span> <ul class="list" style="margin: 4px 0; padding-left: 20px;">\n';
      for (const line of section.next.lines) {
        html += '\n<li>';
        html += escapeHtml(line);
        html += '</li>\n';
      }
      html += '\n</ul></div> </td> </tr>\n';
    }
    if (section.answer) {
      html +=
        '\n<tr> <td align="left" style="font-size:0px;padding:4px 24px;word-break:break-word;"> <div style="font-family:\'Segoe UI\', Roboto, \'Helvetica Neue\', Arial, sans-serif;font-size:15px;line-height:1.55;text-align:left;color:#1f2933;"><span class="heading" style="font-weight: 600;">';
      html += escapeHtml(section.answer.title);
      html += '.</span>\n';
      html += escapeHtml(section.answer.text);
      html += '</div> </td> </tr>\n';
    }
    html +=
      '\n</tbody> </table> </div> <!--[if mso | IE]></td></tr></table><![endif]--> </td> </tr> </tbody> </table> </div> <!--[if mso | IE]></td></tr></table><![endif]-->\n';
  }
  html +=
    '\n<!--[if mso | IE]><table align="center" border="0" cellpadding="0" cellspacing="0" class="" role="presentation" style="width:640px;" width="640" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]--> <div style="margin:0px auto;max-width:640px;"> <table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:100%;"> <tbody> <tr> <td style="direction:ltr;font-size:0px;padding:12px 0 24px 0;text-align:center;"> <!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="" style="vertical-align:top;width:640px;" ><![endif]--> <div class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;"> <table border="0" cellpadding="0" cellspacing="0" role="presentation" style="vertical-align:top;" width="100%"> <tbody> <tr> <td align="left" style="font-size:0px;padding:4px 24px;word-break:break-word;"> <div style="font-family:\'Segoe UI\', Roboto, \'Helvetica Neue\', Arial, sans-serif;font-size:15px;line-height:1.55;text-align:left;color:#1f2933;">';
  for (const line of view.footer) {
    html += '<span class="small" style="color: #52606d; font-size: 13px;">';
    html += escapeHtml(line);
    html += '</span><br>';
  }
  html +=
    '</div> </td> </tr> </tbody> </table> </div> <!--[if mso | IE]></td></tr></table><![endif]--> </td> </tr> </tbody> </table> </div> <!--[if mso | IE]></td></tr></table><![endif]--> </div> </body> </html>\n';
  return html;
}
