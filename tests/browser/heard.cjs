// What somebody hears who does not see a page: the tree that Chromium gives to screen readers, read through its own protocol.
'use strict';

const landmarks = ['banner', 'complementary', 'contentinfo', 'form', 'main', 'navigation', 'region', 'search'];
const to_be_named = ['button', 'checkbox', 'combobox', 'DisclosureTriangle', 'grid', 'image', 'link', 'listbox', 'radio', 'region', 'searchbox', 'spinbutton', 'table', 'textbox'];
// "Sources for: born, 2" in the languages of the examples.
const sources = {en: /^Sources for: (.+), \d+$/, ru: /^Источники: (.+), \d+$/, kk: /^Дереккөздер: (.+), \d+$/};

// [{role, name, level}], what is hidden from readers left out.
const tree_of = async page => {
  const session = await page.context().newCDPSession(page);
  const {nodes} = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.filter(node => !node.ignored).map(node => ({
    role: node.role?.value || '', name: (node.name?.value || '').trim(), level: node.properties?.find(one => one.name === 'level')?.value.value,
  }));
};

const check_outline = (tree, stands_alone, complain) => {
  const heads = tree.filter(node => node.role === 'heading');
  const first = heads.filter(node => node.level === 1);
  if (first.length !== 1 || !first[0].name) complain(`${first.length} headings of the first level are heard`);
  for (let at = 1; at < heads.length; ++at) if (heads[at].level > heads[at - 1].level + 1) complain(`a level is left out before the heading ${heads[at].name}`);
  if (tree.filter(node => node.role === 'main').length !== 1) complain('there is not one main part');
  if (!stands_alone && !tree.some(node => node.role === 'navigation')) complain('no navigation is heard');
  for (const role of landmarks) {
    const names = tree.filter(node => node.role === role).map(node => node.name);
    if (names.length > 1 && new Set(names).size !== names.length) complain(`two parts of the kind ${role} are heard alike: ${names.join(' | ')}`);
  }
};

const check_names = (tree, complain) => {
  for (const {role} of tree.filter(node => to_be_named.includes(node.role) && !node.name)) complain(`a ${role} has no name`);
};

// Whoever reads aloud needs to know the language of each part: letters of another one than the page's stand in an element that says so. Names are of no language; they stand
// in <bdi>, or isolated as they are where there is no markup.
const check_languages = async (page, language, complain) => {
  const found = await page.evaluate(language => {
    const others = {en: /[\u0400-\u04ff]{2}/, ru: /[\u0400-\u04ff][әғқңөұүіһ]|[әғқңөұүіһ][\u0400-\u04ff]/i, kk: null}[language];
    if (document.documentElement.lang !== language) return [`the page says ${document.documentElement.lang}`];
    const wrong = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (others && walker.nextNode()) {
      const {parentElement: at, data} = walker.currentNode;
      const own = data.replace(/\u2068[^\u2069]*\u2069/g, '');
      if (others.test(own) && !at.closest('bdi, script, style, code') && at.closest('[lang]').lang === language) wrong.push(data.trim().slice(0, 60));
    }
    return wrong;
  }, language);
  for (const text of found) complain(`of no said language: ${text}`);
};

// Every mark of sources is heard as one, with the property that it is of.
const check_marks = async (page, language, tree, complain) => {
  const heard = tree.filter(node => node.role === 'DisclosureTriangle' && sources[language].test(node.name));
  const drawn = await page.locator('details.mark').count();
  if (heard.length !== drawn) complain(`${heard.length} marks of sources are heard, and ${drawn} are there`);
  return heard;
};

// Of a person: each fact by its property, with the mark of its sources.
const check_person = async (page, marks, language, tree, complain) => {
  const terms = await page.locator('dl.facts dt').allTextContents();
  const heard = tree.filter(node => node.role === 'term' || node.role === 'StaticText').map(node => node.name);
  for (const term of terms) if (!heard.includes(term.trim())) complain(`the property ${term} is not heard`);
  if (!marks.length) complain('no fact has sources');
  for (const {name} of marks) {
    const property = sources[language].exec(name)[1];
    if (!terms.some(term => term.trim().toLowerCase() === property.toLowerCase())) complain(`the mark ${name} is of no property that is on the page`);
  }
};

const check_heard = async (page, where, language, complain_of) => {
  const complain = text => complain_of(`${where()}: ${text}`);
  const tree = await tree_of(page);
  // The page of the code is without the frame: it is to be printed and kept.
  check_outline(tree, /\/log\/index\.html$/.test(page.url()), complain);
  check_names(tree, complain);
  if (!sources[language]) return;  // one that no person reads
  await check_languages(page, language, complain);
  const marks = await check_marks(page, language, tree, complain);
  if (/\/person\/[^/]+$/.test(new URL(page.url()).pathname)) await check_person(page, marks, language, tree, complain);
};

module.exports = {check_heard, tree_of};
