// Sets attributes of the view, and writes down what it tells.
const view = document.getElementById('view'), events = document.getElementById('events');
const press = (id, name, value) => document.getElementById(id).addEventListener('click', () => view.setAttribute(name, value));
press('checks', 'view', 'checks');
press('source', 'view', 'source');
press('english', 'lang', 'en');
press('dark', 'theme', 'dark');
for (const name of ['ready', 'opened', 'failed', 'place']) {
  view.addEventListener(`mingzhang-${name}`, event => {
    events.append(`${name} ${JSON.stringify(event.detail)}\n`);
  });
}
