// Runs before anything is drawn: the colours that were chosen last, and the few things that pages need of a script.
(() => {
    const root = document.documentElement;
    const kept = localStorage.getItem('theme');
    if (kept) root.dataset.theme = kept;

    document.addEventListener('click', event => {
        const target = event.target instanceof Element ? event.target : null;
        if (target?.closest('[data-theme-switch]')) {
            const isDark = root.dataset.theme
                ? root.dataset.theme === 'dark'
                : matchMedia('(prefers-color-scheme: dark)').matches;
            root.dataset.theme = isDark ? 'light' : 'dark';
            localStorage.setItem('theme', root.dataset.theme);
        }
        // A choice closes the list that it stands in; so does a way to another page.
        const item = target?.closest('[data-menu] button, [data-menu] a, nav[popover] a');
        if (item) item.closest('[popover]')?.hidePopover?.();
    });

    // A list opens below its button, inside the window.
    document.addEventListener('toggle', event => {
        const list = event.target;
        if (!(list instanceof HTMLElement) || !('menu' in list.dataset) || event.newState !== 'open') return;
        const button = document.querySelector(`[popovertarget="${list.id}"]`)?.getBoundingClientRect();
        if (!button) return;
        const width = list.offsetWidth, height = list.offsetHeight;
        const below = button.bottom + 4 + height <= innerHeight ? button.bottom + 4 : Math.max(4, button.top - height - 4);
        list.style.left = `${Math.max(8, Math.min(button.right - width, innerWidth - width - 8))}px`;
        list.style.top = `${below}px`;
        list.querySelector('button, a')?.focus();
    }, true);

    document.addEventListener('keydown', event => {
        const list = event.target instanceof Element ? event.target.closest('[data-menu]') : null;
        if (!list || !['ArrowDown', 'ArrowUp'].includes(event.key)) return;
        event.preventDefault();
        const items = [...list.querySelectorAll('button, a')];
        const step = event.key === 'ArrowDown' ? 1 : items.length - 1;
        items[(items.indexOf(document.activeElement) + step) % items.length]?.focus();
    });

    window.lodge = {
        showDialog(dialog) {
            if (dialog && !dialog.open) dialog.showModal();
        },
        closeDialog(dialog) {
            if (dialog?.open) dialog.close();
        },
        async copy(text) {
            await navigator.clipboard.writeText(text);
        },
        // Sends a file piece by piece with its progress; the server answers once it is stored.
        upload(input, url, page) {
            const file = input.files[0];
            if (!file) return;
            const request = new XMLHttpRequest();
            request.open('PUT', url.replace('{size}', file.size));
            request.upload.onprogress = event => page.invokeMethodAsync('Progressed', event.loaded, event.total);
            request.onloadend = () => page.invokeMethodAsync(
                'Uploaded', request.status, request.responseText || request.statusText || 'The connection was lost.');
            input.lodgeRequest = request;
            request.send(file);
        },
        cancelUpload(input) {
            input.lodgeRequest?.abort();
        },
        fileOf(input) {
            const file = input.files[0];
            return file ? { name: file.name, size: file.size } : null;
        },
    };
})();
