// A server that was started again knows no log-in of before, and refuses to go on with the page. Trying again helps as
// long as nobody answers; once somebody answers, but wants to know who is there, the page is asked for anew.
const dialog = document.getElementById('components-reconnect-modal');

dialog.addEventListener('components-reconnect-state-changed', async change => {
    if (change.detail.state === 'hide') return;
    try {
        const answer = await fetch(location.href, { redirect: 'manual', cache: 'no-store' });
        if (answer.type === 'opaqueredirect' || answer.status === 401) location.reload();
    } catch {
        // Nobody answers yet: the next try asks again.
    }
});
