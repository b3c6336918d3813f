// Looks names up in the files of search/, which docs/formats/search.md describes. Asks nobody else, keeps nothing.
(() => {
  'use strict';
  const form = document.getElementById('search');
  const field = form.querySelector('input');
  const found = document.getElementById('found');
  const status = document.getElementById('status');
  const say = form.dataset;
  const shown_max = 200;
  const asked = new Map(), come = new Map();
  let letters = null, rules = null, turn = 0;

  // Each file of the index calls this.
  window.sanaq = (name, data, next) => {
    if (typeof name === 'string') {
      come.set(name, {data, next});
    } else {
      letters = name;
      rules = data;
    }
  };

  // As sanaq::pages::shard_name does it.
  const file = name => {
    if (name === '') return 'all';
    const plain = name.replaceAll(' ', '-');
    const stem = /^[^.~]*/.exec(plain)[0];
    const kept = /^(con|aux|nul|prn|(com|lpt)[0-9])$/.test(stem) || plain === 'all' || plain === 'letters';
    return (kept ? stem + '_' + plain.slice(stem.length) : plain).replaceAll('.', '=');
  };

  const script = path => new Promise((done, fail) => {
    const element = document.createElement('script');
    element.src = say.index + path + '.js';
    element.onload = done;
    element.onerror = fail;
    document.head.append(element);
  });

  const load = name => {
    if (!asked.has(name)) {
      asked.set(name, script(file(name)).then(() => come.get(name), () => { asked.delete(name); throw new Error(); }));
    }
    return asked.get(name);
  };

  // As sanaq::text::search_key does it.
  const key = text => {
    let plain = '';
    for (const letter of text.normalize('NFKC').toLowerCase()) {
      if (letter < '\x80') {
        plain += /[a-z0-9]/.test(letter) ? letter : letter === "'" || letter === '`' ? '' : ' ';
      } else {
        plain += letter in letters ? letters[letter] : letter.normalize('NFKD').replace(/[^a-z0-9]/g, '');
      }
    }
    for (const [from, to] of rules) plain = plain.replaceAll(from, to);
    return plain.replace(/(.)\1+/g, '$1').trim();
  };

  // The file that holds what begins so, or how many there are where it takes more letters to tell. Null: nothing does.
  const descend = async wanted => {
    let name = '';
    for (;;) {
      const {data, next} = await load(name);
      if (Array.isArray(data)) return {entries: data, next};
      const letter = wanted[name.length];
      if (letter === undefined) return {many: data['']};
      if (!(letter in data)) return null;
      name += letter;
    }
  };

  const fits = (entry, words) => {
    const own = key(entry[0]).split(' ');
    return words.every(word => own.some(one => one.startsWith(word)));
  };

  // By the longest word first, since it tells most; a word that is not written out may need another before it.
  const look = async words => {
    const by_length = [...words].sort((left, right) => right.length - left.length);
    const entries = new Map();
    let many = 0, next;
    for (const first of by_length.slice(0, 2)) {
      const way = await descend([first, ...by_length.filter(word => word !== first)].join(' '));
      if (way && way.many) many = Math.max(many, way.many);
      if (!way || !way.entries) continue;
      for (const entry of way.entries) if (fits(entry, words)) entries.set(entry[1], entry);
      next = next || way.next;
    }
    return {entries: [...entries.values()], many, next};
  };

  const item = ([text, page, detail]) => {
    const row = document.createElement('li'), link = document.createElement('a'), name = document.createElement('bdi');
    link.href = page + '.html';
    name.textContent = text;
    link.append(name);
    row.append(link);
    if (detail) {
      const beside = document.createElement('span');
      beside.className = 'quiet';
      beside.textContent = ' ' + detail;
      row.append(beside);
    }
    return row;
  };

  const number = value => value.toLocaleString(document.documentElement.lang);

  const show = ({entries, many, next}, words) => {
    found.replaceChildren(...entries.slice(0, shown_max).map(item));
    if (many || entries.length > shown_max) {
      status.textContent = say.many.replace('{}', number(Math.max(many, entries.length)));
    } else {
      status.textContent = entries.length ? say.found.replace('{}', number(entries.length)) : say.none;
    }
    if (!next) return;
    const more = document.createElement('button'), row = document.createElement('li');
    more.type = 'button';
    more.textContent = say.more;
    more.onclick = async () => {
      const part = await load(next);
      row.remove();
      found.append(...part.data.filter(entry => fits(entry, words)).map(item));
      next = part.next;
      if (next) found.append(row);
    };
    row.append(more);
    found.append(row);
  };

  const search = async () => {
    const own = ++turn;
    try {
      if (!letters) await script('letters');
      const words = [...new Set(key(field.value).split(' '))].filter(word => word);
      if (!words.length) {
        found.replaceChildren();
        status.textContent = '';
        return;
      }
      const result = await look(words);
      if (own === turn) show(result, words);
    } catch {
      if (own === turn) status.textContent = say.failed;
    }
  };

  let wait;
  field.addEventListener('input', () => {
    clearTimeout(wait);
    wait = setTimeout(search, 200);
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    clearTimeout(wait);
    search();
  });
  form.hidden = false;
  document.getElementById('no-script').hidden = true;
  if (field.value) search();
})();
