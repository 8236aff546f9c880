// A PDF as an office makes it, small enough to be read here: words in a Chinese font that is not in the file, lines around the cells
// of a table. Everything is made up.

const lineHeight = 22;

/// Pages of lines; a line that is an array is a row of a table. Gives the file's bytes.
export function madePdf(pages) {
  const objects = [];
  const add = body => { objects.push(body); return objects.length; };
  const kids = pages.map(lines => {
    const stream = contentOf(lines);
    return [add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`)];
  });
  const descriptor = add('<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>');
  const descendant = add(`<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor ${descriptor} 0 R /DW 1000 >>`);
  const font = add(`<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UCS2-H /Encoding /UniGB-UCS2-H /DescendantFonts [${descendant} 0 R] >>`);
  const parent = objects.length + kids.length + 1;
  for (const kid of kids) {
    kid.push(add(`<< /Type /Page /Parent ${parent} 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 ${font} 0 R >> >> /Contents ${kid[0]} 0 R >>`));
  }
  add(`<< /Type /Pages /Count ${kids.length} /Kids [${kids.map(kid => `${kid[1]} 0 R`).join(' ')}] >>`);
  const catalogue = add(`<< /Type /Catalog /Pages ${parent} 0 R >>`);

  let out = '%PDF-1.4\n';
  const places = objects.map((body, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  out += `trailer\n<< /Size ${objects.length + 1} /Root ${catalogue} 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

function contentOf(lines) {
  const parts = [];
  let y = 770;
  for (const line of lines) {
    if (Array.isArray(line)) {
      line.forEach((cell, i) => {
        parts.push(`0.6 w ${60 + 150 * i} ${y - 7} 150 ${lineHeight} re S`, words(cell, 66 + 150 * i, y));
      });
    } else {
      parts.push(words(line, 60, y));
    }
    y -= lineHeight;
  }
  return parts.join('\n');
}

function words(text, x, y) {
  const codes = [...text].map(each => each.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  return `BT /F1 12 Tf ${x} ${y} Td <${codes}> Tj ET`;
}
