// Keys as a keyboard of another layout sends them: the same place, another letter.
'use strict';

const places = {KeyR: 82, KeyU: 85, KeyW: 87, Slash: 191, Enter: 13, Digit0: 48, Digit1: 49, Digit2: 50, Digit3: 51, Digit4: 52, Digit5: 53, Digit6: 54};
const letters = {
  en: {KeyR: 'r', KeyU: 'u', KeyW: 'w', Slash: '/', Digit0: '0', Digit1: '1', Digit2: '2', Digit3: '3', Digit4: '4', Digit5: '5', Digit6: '6'},
  ru: {KeyR: 'к', KeyU: 'г', KeyW: 'ц', Slash: '.', Digit0: '0', Digit1: '1', Digit2: '2', Digit3: '3', Digit4: '4', Digit5: '5', Digit6: '6'},
  fr: {KeyR: 'r', KeyU: 'u', KeyW: 'z', Slash: '!', Digit0: 'à', Digit1: '&', Digit2: 'é', Digit3: '"', Digit4: "'", Digit5: '(', Digit6: '-'},
};

class Keyboard {
  constructor(session, layout) {
    this.session = session;
    this.letters = letters[layout];
  }
  // "Digit1", "Shift+Digit1"
  async press(what, {repeat = false} = {}) {
    const shift = what.startsWith('Shift+');
    const code = what.replace('Shift+', '');
    const key = code === 'Enter' ? 'Enter' : this.letters[code];
    const event = {code, key, windowsVirtualKeyCode: places[code], modifiers: shift ? 8 : 0, autoRepeat: repeat};
    await this.session.send('Input.dispatchKeyEvent', {type: 'keyDown', text: code === 'Enter' ? '\r' : key, ...event});
    await this.session.send('Input.dispatchKeyEvent', {type: 'keyUp', ...event});
  }
}

module.exports = {Keyboard};
