// The screen of a guest over VNC.
import RFB from '/lib/novnc/core/rfb.js';

const keys = {
    'ctrl-alt-del': null,
    'ctrl-alt-backspace': [0xffe3, 0xffe9, 0xff08],
    'alt-tab': [0xffe9, 0xff09],
    'alt-f4': [0xffe9, 0xffc1],
    'super': [0xffeb],
    'escape': [0xff1b],
    'print': [0xff61],
    'sysrq-sync': [0xffe9, 0xff15, 0x73],
    'sysrq-reboot': [0xffe9, 0xff15, 0x62],
};
for (let n = 1; n <= 12; n++) keys[`ctrl-alt-f${n}`] = [0xffe3, 0xffe9, 0xffbe + n - 1];

export function open(element, url, page, scaling, viewOnly) {
    let screen;
    const connect = () => {
        element.replaceChildren();
        screen = new RFB(element, new URL(url, location.href.replace(/^http/, 'ws')).href);
        screen.background = 'transparent';
        screen.focusOnClick = true;
        setScaling(scaling);
        screen.viewOnly = viewOnly;
        screen.addEventListener('connect', () => {
            element.dataset.state = 'open';
            page.invokeMethodAsync('ScreenChanged', 'open', '');
            screen.focus();
        });
        screen.addEventListener('disconnect', event => {
            element.dataset.state = 'ended';
            page.invokeMethodAsync('ScreenChanged', 'ended', event.detail.clean ? '' : 'The screen cannot be reached.')
                .catch(() => { });
        });
        screen.addEventListener('securityfailure', event =>
            page.invokeMethodAsync('ScreenChanged', 'fault', event.detail.reason ?? 'The password is wrong.'));
        screen.addEventListener('credentialsrequired', () => page.invokeMethodAsync('ScreenChanged', 'password', ''));
        screen.addEventListener('desktopname', event => { element.dataset.name = event.detail.name; });
        screen.addEventListener('clipboard', event => page.invokeMethodAsync('ClipboardChanged', event.detail.text));
    };
    const setScaling = mode => {
        scaling = mode;
        if (!screen) return;
        screen.scaleViewport = mode === 'fit';
        screen.resizeSession = mode === 'resize';
        screen.clipViewport = false;
    };
    connect();

    return {
        connect,
        setScaling,
        setPassword: password => screen.sendCredentials({ password }),
        sendKeys(name) {
            if (name === 'ctrl-alt-del') screen.sendCtrlAltDel();
            else {
                for (const key of keys[name]) screen.sendKey(key, null, true);
                for (const key of [...keys[name]].reverse()) screen.sendKey(key, null, false);
            }
            screen.focus();
        },
        paste: text => screen.clipboardPasteFrom(text),
        type(text) {
            for (const character of text) {
                const code = character.codePointAt(0);
                const key = character === '\n' ? 0xff0d : code < 0x100 ? code : 0x01000000 + code;
                screen.sendKey(key, null);
            }
            screen.focus();
        },
        fullScreen: () => element.requestFullscreen(),
        close() {
            screen?.disconnect();
            screen = null;
        },
    };
}
