// Two tabs that changed the marks of one document: nothing that either did is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { webModule } from './module.mjs';

const { merged } = await webModule('merge.ts');

const finding = (rule, judgement, note = '') => ({ rule, places: [10, 20], judgement, note });
const figure = (start, value, kind = 'trial') => ({ kind, start, end: start + 5, value, unit: '万元' });
const marks = (findings, figures = []) => JSON.stringify({ format: 'mingzhang-marks/1', findings, figures });
const rules = text => JSON.parse(text).findings.map(each => `${each.rule} ${each.judgement}`).sort();

test('One tab alone: what it did counts', () => {
  const one = marks([finding('sum.basic', 'seen')]);
  assert.equal(merged('', '', one), one);
  assert.equal(merged(one, one, ''), '');
  assert.equal(merged(one, '', one), '');  // the other tab took its mark back
});

test('Marks that each tab made are both there', () => {
  const both = merged('', marks([finding('sum.basic', 'seen')]), marks([finding('sum.projects', 'misread')], [figure(40, '12.5')]));
  assert.deepEqual(rules(both), ['sum.basic seen', 'sum.projects misread']);
  assert.deepEqual(JSON.parse(both).figures, [figure(40, '12.5')]);
  assert.equal(JSON.parse(both).format, 'mingzhang-marks/1');
});

test('A mark that one tab took back stays gone, whatever the other did elsewhere', () => {
  const base = marks([finding('sum.basic', 'seen'), finding('sum.projects', 'seen')]);
  const both = merged(base, marks([finding('sum.projects', 'seen')]), marks([finding('sum.basic', 'seen'), finding('sum.projects', 'misread')]));
  assert.deepEqual(rules(both), ['sum.projects misread']);
});

test('Where both changed one mark the tab that saves last counts', () => {
  const base = marks([finding('sum.basic', 'seen')]);
  const both = merged(base, marks([finding('sum.basic', 'misread')]), marks([finding('sum.basic', 'set_aside', 'x')]));
  assert.deepEqual(JSON.parse(both).findings, [finding('sum.basic', 'set_aside', 'x')]);
});

test('A trial and a correction of one figure are two entries', () => {
  const both = merged('', marks([], [figure(40, '1')]), marks([], [figure(40, '2', 'correction')]));
  assert.equal(JSON.parse(both).figures.length, 2);
});

test('What is no marks at all does no harm', () => {
  const one = marks([finding('sum.basic', 'seen')]);
  for (const broken of ['{', '[]', '1', '{"findings": 3}', '{"findings": [null, 4]}']) {
    assert.deepEqual(rules(merged('', broken, one)), ['sum.basic seen']);
    assert.equal(typeof merged(broken, one, broken + ' '), 'string');
  }
});
