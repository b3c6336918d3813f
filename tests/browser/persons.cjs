// Persons: a record found by two Latin letters whose row is Cyrillic, a person split, another joined, the threshold moved, counted again, and taken back.
'use strict';
const fs = require('fs');
const path = require('path');

const look = (walker, name) => walker.look(name, {main: null});

// Types into a field of search: the rows come by themselves, without scripts by the button.
const find = async (walker, field, text, story) => {
  if (story.scripts === false) {
    await walker.type(field, text);
    await walker.press(`form.find:has(${field}) button`);
  } else {
    await walker.page.locator(field).fill('');
    await walker.page.locator(field).pressSequentially(text, {delay: 20});
  }
  await walker.wait_until(async () => {
    if (story.scripts === false && !await walker.has('#found tbody tr')) await walker.page.reload();
    return await walker.has('#found tbody th') && !await walker.has('#found .downloads');
  }, `rows for ${text}`, 30);
};

const opened = async (walker, where) => {
  const answer = await walker.page.goto(walker.served.origin + where);
  if (answer.status() !== 200) walker.complain(`${answer.status()} for ${where}`);
};

const boxes = walker => walker.page.locator('main input[type=checkbox][name=record]').count();

const found_by_two_letters = async (walker, story) => {
  await opened(walker, '/persons');
  await look(walker, 'persons');
  await find(walker, '#find-person', 'to', story);
  await look(walker, 'found');
  const names = await walker.page.locator('#found tbody th').allInnerTexts();
  const cyrillic = names.findIndex(name => /^[Тт]о[а-яёқғңұүіөһә]/.test(name.trim().split(/\s+/).find(word => /^[Тт]о/.test(word)) || ''));
  if (cyrillic < 0) return walker.complain(`no row in Cyrillic for two Latin letters: ${names.slice(0, 6).join(' | ')}`);
  await walker.press(walker.page.locator('#found tbody th a').nth(cyrillic));
  await look(walker, 'person');
};

// The person on most lists becomes two.
const split = async (walker, story) => {
  await opened(walker, '/persons');
  await walker.press('#found tbody th a');
  const person = new URL(walker.page.url()).pathname;
  await walker.press(`a[href="${person}/records"]`);
  await look(walker, 'records');
  const count = await boxes(walker);
  if (count < 3) return walker.complain(`the person on most lists has ${count} records`);
  await walker.press('main button[value=show]');  // nothing marked
  if (!await walker.has('.wrong')) walker.complain('a split of nothing is not refused');
  await look(walker, 'split-of-nothing');
  await opened(walker, person + '/records');
  await walker.page.locator('main input[name=record]').last().check();
  await walker.type('#split-reason', 'An invented reason');
  await walker.press('main button[value=show]');
  await walker.expect_text({en: /1 person becomes 2/, ru: /1 человек становится 2|Один человек становится двумя|двумя|станов/}[story.language], 'what the split does');
  await look(walker, 'split-shown');
  await walker.press('main button[value=enter]');
  if (!await walker.has('.care[role=status]')) walker.complain('nobody says that a decision waits for the next count');
  await look(walker, 'split-entered');
  return {person, count};
};

// Two persons of one record each become one.
const join = async (walker, story) => {
  await opened(walker, '/persons.json?page=1');
  const all = JSON.parse(await walker.page.locator('body').innerText());
  await opened(walker, `/persons.json?page=${all.pages}`);
  const last = JSON.parse(await walker.page.locator('body').innerText()).persons;
  const singles = last.filter(one => one.records.length === 1 && one.name);
  const other = singles.find(one => one.lists[0] !== singles[0].lists[0]) || singles[1];
  await opened(walker, `/persons/${singles[0].id}/join`);
  await find(walker, '#find-other', other.name, story);
  await look(walker, 'join-found');
  await walker.page.locator(`#found input[value="${other.id}"]`).first().check();
  await walker.press('main button[value=show]');
  await look(walker, 'join-shown');
  if (await walker.has('input[name=insists]')) await walker.page.locator('input[name=insists]').check();
  await walker.press('main button[value=enter]');
  return {one: singles[0].id, other: other.id};
};

const threshold = async (walker, served, town, story) => {
  const settings = () => fs.readFileSync(path.join(town, 'investigation.toml'), 'utf8');
  const before = settings();
  await opened(walker, '/threshold');
  await look(walker, 'threshold');
  const words = await walker.text('#threshold-words');
  if (story.scripts === false) {
    await walker.type('#look-at', '0.99');
    await walker.press('#threshold-look button');
  } else {
    await walker.page.locator('#threshold-at').focus();
    for (let press = 0; press < 75; ++press) await walker.page.keyboard.press('ArrowRight');
    const drawing = await walker.page.locator('#weights-line').getAttribute('x1');
    if (Number(drawing) < 400) walker.complain(`the line did not follow the keys: it stands at ${drawing}`);
  }
  if (await walker.text('#threshold-words') === words) walker.complain('what the threshold would make is what it was');
  await walker.type('#threshold', 'half');
  await walker.press('form[action="/threshold"] button.main');
  if (!await walker.has('#threshold[aria-invalid=true]') || await walker.page.locator('#threshold').inputValue() !== 'half') walker.complain('a threshold that is none is not shown again');
  await look(walker, 'threshold-wrong');
  await walker.type('#threshold', '0.97');
  await walker.press('form[action="/threshold"] button.main');
  if (!/^threshold = 0\.97$/m.test(settings())) walker.complain('the settings do not have the threshold');
  return {before, settings};
};

const count_again = async walker => {
  await opened(walker, '/');
  await walker.wait_until(async () => { await walker.page.reload(); return walker.has('form[action="/count"] button:not([disabled])'); }, 'Count again');
  await walker.press('form[action="/count"] button');
  await walker.wait_until(async () => { await walker.page.reload(); return walker.has('a[href="/number"]'); }, 'a count that is done', 60);
  await walker.wait_until(async () => { await opened(walker, '/persons'); return walker.has('#found a[href^="/persons/"]'); }, 'lists as they are counted now', 60);
};

const persons = async (walker, served, plan, story) => {
  const town = path.join(served.folder, 'town');
  await walker.open_browser();
  await walker.come_in(await served.start(town));
  await walker.wait_until(async () => { await opened(walker, '/persons'); return walker.has('#found tbody a'); }, 'lists that are read', 60);
  await found_by_two_letters(walker, story);
  const parted = await split(walker, story);
  const joined = await join(walker, story);
  const {before, settings} = await threshold(walker, served, town, story);
  await opened(walker, '/model');
  await look(walker, 'model');
  await count_again(walker);
  await opened(walker, parted.person + '/records');
  if (await boxes(walker) >= parted.count) walker.complain('after the count the person still has all records');
  const answer = await walker.page.goto(`${served.origin}/persons/${joined.other}`);
  const there = new URL(answer.url()).pathname.split('/').pop();
  await walker.page.goto(`${served.origin}/persons/${joined.one}`);
  if (new URL(walker.page.url()).pathname.split('/').pop() !== there) walker.complain('the two who were joined are not one person');
  await opened(walker, '/threshold');
  await look(walker, 'threshold-counted');
  await walker.press('.undo-strip form button');
  if (settings() !== before) walker.complain('one undo does not give the settings back');
};

module.exports = {persons};
