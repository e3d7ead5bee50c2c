// A serial console: what the guest writes goes to the terminal, what is typed goes to the guest.
import { Terminal } from '/lib/xterm/xterm.mjs';
import { FitAddon } from '/lib/xterm/addon-fit.mjs';

const states = new Set(['lost', 'off', 'ended', 'taken', 'fault']);

export function open(element, url, page) {
    const terminal = new Terminal({
        cursorBlink: true,
        convertEol: false,
        scrollback: 5000,
        fontFamily: 'ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace',
        fontSize: 14,
        screenReaderMode: true,
        theme: { background: '#0d1117', foreground: '#e6edf3', cursor: '#4dc4b4', selectionBackground: '#2f5f73' },
    });
    const fit = new FitAddon();
    terminal.loadAddon(fit);
    terminal.open(element);
    fit.fit();
    const watcher = new ResizeObserver(() => fit.fit());
    watcher.observe(element);
    let socket, isOver = false, wait = 500;

    const connect = force => {
        socket = new WebSocket(url + (force ? (url.includes('?') ? '&' : '?') + 'force=true' : ''));
        socket.binaryType = 'arraybuffer';
        socket.onmessage = event => {
            wait = 500;
            if (event.data instanceof ArrayBuffer) {
                terminal.write(new Uint8Array(event.data));
                return;
            }
            const { state, text } = JSON.parse(event.data);
            element.dataset.state = state;
            page.invokeMethodAsync('ConsoleChanged', state, text);
            if (states.has(state) && state !== 'fault') terminal.write('\r\n');
        };
        socket.onclose = () => {
            if (isOver) return;
            element.dataset.state = 'lost';
            page.invokeMethodAsync('ConsoleChanged', 'lost', 'The server does not answer.').catch(() => { });
            setTimeout(() => isOver || connect(false), wait);
            wait = Math.min(wait * 2, 10000);
        };
    };
    const encoder = new TextEncoder();
    terminal.onData(text => socket.readyState === WebSocket.OPEN && socket.send(encoder.encode(text)));
    terminal.onBinary(text => socket.readyState === WebSocket.OPEN
        && socket.send(Uint8Array.from(text, c => c.charCodeAt(0))));
    connect(false);
    terminal.focus();
    element.lodgeTerminal = terminal;

    return {
        takeOver() {
            const old = socket;
            old.onclose = null;
            old.close();
            connect(true);
            terminal.focus();
        },
        clear: () => terminal.clear(),
        close() {
            isOver = true;
            watcher.disconnect();
            socket.close();
            terminal.dispose();
        },
    };
}
