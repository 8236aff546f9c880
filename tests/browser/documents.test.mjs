// Documents of other kinds than the sample: final accounts, tables alone, a form that is not filled in, years and bodies together.
// Every view of each does well: nothing sticks out, axe-core finds nothing serious, pictures stay in their places.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { browserForThisFile, corpus, give, judge, needsCorpus } from './page.mjs';

const visit = browserForThisFile();
const inCorpus = name => path.join(corpus, name);

async function open(page, name) {
  const before = await page.evaluate(() => location.hash);
  await give(page, inCorpus(name));
  await page.waitForFunction(before => location.hash !== before, before);
}

/// Goes to a place of the open document as a link does.
async function goTo({ page, words }, view, more = '') {
  await page.evaluate(({ view, more }) => {
    location.hash = `doc=${new URLSearchParams(location.hash.slice(1)).get('doc')}&view=${view}${more}`;
  }, { view, more });
  if (view !== 'overview') await page.getByRole('heading', { level: 1, name: words(`${view}.title`) }).waitFor();
}

async function inside(page, name) {
  const outside = await page.getByRole('group', { name }).evaluate(group => {
    const box = group.getBoundingClientRect();
    return [...group.querySelectorAll('*')].filter(it => {
      const own = it.getBoundingClientRect();
      return own.top < box.top - 1 || own.bottom > box.bottom + 1 || own.left < box.left - 1 || own.right > box.right + 1;
    }).map(it => it.getAttribute('aria-label'));
  });
  assert.deepEqual(outside, [], `${name}: outside of the picture`);
}

const kinds = {
  'final-accounts': 'shanghai-putuo-planning-2024-final.layout.txt',
  'tables-alone': 'jiangsu-cppcc-2018-budget-tables.layout.txt',
  'empty-form': 'department-budget-template.xlsx',
  'large': 'shanghai-wanli-street-2025-budget.layout.txt',
};

for (const [kind, name] of Object.entries(kinds)) {
  test(`Every view of another kind of document: ${kind}`, needsCorpus, async () => {
    const visitor = await visit({ size: kind === 'tables-alone' ? 'phone' : 'laptop' });
    const { page, complaints, words } = visitor;
    await open(page, name);
    // axe-core takes its time with the longest pages; the others have them too.
    const more = kind === 'large' ? [] : ['performance', 'source', 'protection', 'words'];
    for (const view of ['overview', 'breakdown', 'change', 'checks', ...more]) {
      await goTo(visitor, view);
      await judge(page, `${kind}-${view}`);
    }
    if (kind !== 'empty-form') {
      for (const group of ['parts', 'functions']) {
        await goTo(visitor, 'breakdown', `&picture=flow&group=${group}`);
        await judge(page, `${kind}-flow-${group}`);
        await inside(page, words('breakdown.flow_name'));
      }
    }
    assert.deepEqual(complaints, []);
  });
}

test('Years of one body and bodies beside each other', needsCorpus, async () => {
  const visitor = await visit();
  const { page, words } = visitor;
  for (const name of ['shanghai-wanli-street-2024-budget.layout.txt', 'shanghai-putuo-finance-2025-budget.layout.txt',
    'shanghai-wanli-street-2025-budget.layout.txt']) await open(page, name);
  await goTo(visitor, 'change', '&against=years');
  await page.getByRole('button', { name: /^2024 15621\.11/ }).waitFor();
  await page.getByRole('button', { name: /^2025 18976\.76/ }).waitFor();
  await judge(page, 'years');
  await goTo(visitor, 'change', '&against=bodies');
  assert.equal(await page.getByRole('list', { name: words('against.ranking') }).getByRole('listitem').count(), 2);
  await judge(page, 'bodies');
});
