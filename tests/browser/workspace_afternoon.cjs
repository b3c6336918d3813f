// An afternoon: from three spreadsheets on a desk to the documented number, then on to an interval and a site. She presses what is offered as the next step, and
// says what only she knows: a title, which column has the names, what the hospital means by 1.
'use strict';
const fs = require('fs');
const path = require('path');

const most_presses = 25;
const title = {en: 'Munaykent, an invented town', ru: 'Мунайкент, вымышленный город', kk: 'Мұнайкент, ойдан шығарылған қала'};

// From the first screen to one of an investigation of her own.
const found = async (walker, served, story) => {
  const page = walker.page;
  await walker.look('1-start', {main: null});
  if (!await walker.has('main input[name=title]')) await walker.press('main .main');
  await walker.type('main input[name=title]', title[story.language]);
  if (await walker.has('main input[name=folder]')) await walker.type('main input[name=folder]', path.join(served.folder, 'munaykent'));
  await walker.look('2-new', {main: null});
  await walker.press('main form:has(input[name=title]) .main');
  // What is shown once: a code for paper.
  for (let tries = 0; tries < 4 && !await walker.has('#home') && await walker.has('main .main'); ++tries) {
    await walker.look(`2-founded-${tries}`, {main: null});
    const tick = page.locator('main input[type=checkbox][required]');
    if (await tick.count()) { ++walker.presses; await tick.first().check(); }
    await walker.press('main .main');
  }
};

// With scripts what was chosen is sent by itself.
const send_files = async walker => {
  if (walker.story.scripts === false) await walker.press('form[action="/lists"] button:not([type=button])');
  else await walker.page.waitForTimeout(300);
};

// The three files, and what each is.
const bring = async (walker, plan, story) => {
  if (!/\/lists$/.test(walker.page.url())) await walker.press('#next');
  await walker.look('3-no-list', {main: null});
  await walker.bring('form[action="/lists"] input[type=file]', ['hospital.xlsx', 'newspaper.xlsx', 'relatives.csv'].map(name => path.join(plan.desk, name)));
  await send_files(walker);
  await walker.wait_until(() => walker.has('form[action="/incoming"]'), 'what each file is');
  await walker.look('4-arrived', {main: null});
  await walker.press('form[action="/incoming"] button.main');
  await walker.look('5-lists', {main: null});
};

// Lists that say that they wait for a column of names.
const columns = async walker => {
  await walker.page.goto(walker.served.origin + '/lists/relatives');
  ++walker.presses;
  await walker.look('6-columns', {main: null});
};

// What nobody could read: one line, one answer.
const mend = async (walker, plan) => {
  await walker.page.goto(walker.served.origin + '/lists/hospital/bad');
  ++walker.presses;
  await walker.look('7-bad', {main: null});
  const text = await walker.text();
  if (!text.includes(String(plan.faulty))) walker.complain(`the ${plan.faulty} equal cells are no line with their number: ${text.slice(0, 300).replace(/\n/g, ' / ')}`);
  const form = walker.page.locator('form[action$="/kind"]').first();
  await form.locator('[name=meaning]').fill('m');
  await walker.press(form.locator('button').first());
  await walker.look('7-bad-effect', {main: 1});
  await walker.press('form[action$="/kind"] .main');
};

const home = async walker => {
  if (!await walker.has('#home')) await walker.press('header .site a');
  await walker.wait_until(() => walker.has('#home'), 'the first screen of the investigation');
};

// Until the main button is one that counts, and then until it is counted.
const count = async (walker, story) => {
  await home(walker);
  const ready = async () => {
    if (story.scripts === false) await walker.page.reload();
    return walker.has('form[action="/count"] #next:not([disabled])');
  };
  await walker.wait_until(ready, 'a button that counts');
  await walker.look('8-to-count', {main: 1});
  await walker.press('form[action="/count"] #next');
  await walker.look('9-running', {main: null});
  const done = async () => {
    if (story.scripts === false) await walker.page.reload();
    return walker.has('#job-on');
  };
  await walker.wait_until(done, 'the end of the count');
  await walker.look('9-counted', {main: 1});
  await walker.press('#job-on');
};

const documented_in = async walker => {
  const number = /documented|известны по именам|құжатталған|аты белгілі/i;
  const text = await walker.text('main');
  const line = text.split('\n').find(one => number.test(one) && /\d/.test(one));
  return line ? Number(line.replace(/[^\d]/g, '')) : NaN;
};

const afternoon = async (walker, served, plan, story) => {
  await walker.open_browser();
  await walker.come_in(await served.start());
  const began = Date.now();
  await found(walker, served, story);
  await bring(walker, plan, story);
  await columns(walker);
  await mend(walker, plan);
  await count(walker, story);
  await home(walker);
  await walker.in_first_window('.big', '#next', '.waits li');
  const documented = await documented_in(walker);
  if (documented !== plan.documented) walker.complain(`${documented} documented instead of ${plan.documented}`);
  if (walker.presses > most_presses) walker.complain(`${walker.presses} presses to the documented number, more than ${most_presses}`);
  console.log(`  ${story.name}: to the documented number in ${walker.presses} presses, ${((Date.now() - began) / 1000).toFixed(1)} s`);
  await walker.look('10-counted-home', {main: 1});
  await rest(walker, served, plan, story);
};

// The interval, what waits, and the site.
const rest = async (walker, served, plan, story) => {
  const go = async where => { await walker.page.goto(served.origin + where); };
  await go('/number');
  await walker.look('11-number', {main: null});
  await walker.expect_text(/\d+ ?(–|-|to|до|—|аралығы)/, 'an interval');
  for (const [where, name] of [['/review', '12-review'], ['/history', '13-history'], ['/persons', '14-persons'], ['/settings', '15-settings'], ['/jobs', '16-jobs'], ['/copy', '17-copy'], ['/help/number', '18-help']]) {
    await go(where);
    await walker.look(name, {main: null});
  }
  await go('/publish');
  await walker.wait_until(async () => { if (story.scripts === false) await walker.page.reload(); return walker.has('form[action="/publish"] .main'); }, 'what would be public', 90);
  await walker.look('19-publish', {main: 1});
  if (await walker.has('form[action="/publish"] input[name=title]')) await walker.type('form[action="/publish"] input[name=title]', title[story.language]);
  await walker.press('form[action="/publish"] .main');
  await walker.wait_until(async () => { if (story.scripts === false) await walker.page.reload(); return walker.has('#job-on'); }, 'the site', 90);
  if (!fs.existsSync(path.join(served.folder, 'munaykent/site/index.html'))) walker.complain('there is no site');
  await go('/');
  await walker.look('20-all-done', {main: 1});
};

module.exports = {afternoon, found, bring, send_files, columns, mend, count, home, documented_in};
