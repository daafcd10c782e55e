// A real OpenID provider (npm's oidc-provider) on loopback: `node provider.mjs PORT`, with its settings on stdin.
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import Provider from "oidc-provider";

const { clients, people, jwks, inUserinfo } = JSON.parse(await text(process.stdin));
const port = Number(process.argv[2]);
const names = ["groups", "klassen", "teams"];

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients,
  jwks,
  claims: { openid: ["sub"], school: names },
  conformIdTokenClaims: inUserinfo,
  cookies: { keys: ["alleen voor deze proef"] },
  features: { devInteractions: { enabled: false } },
  findAccount: (_, id) => (id in people ? { accountId: id, claims: () => ({ sub: id, ...people[id] }) } : undefined),
  interactions: { url: (_, interaction) => `/wie/${interaction.uid}` },
  pkce: { required: () => true },
  async loadExistingGrant(ctx) {
    const grant = new ctx.oidc.provider.Grant({
      clientId: ctx.oidc.client.clientId,
      accountId: ctx.oidc.session.accountId,
    });
    grant.addOIDCScope("openid school");
    await grant.save();
    return grant;
  },
});

const answer = provider.callback();
createServer(async (request, response) => {
  if (!request.url.startsWith("/wie/")) return answer(request, response);
  if (request.method === "GET") {
    response.setHeader("content-type", "text/html; charset=utf-8");
    return response.end(`<form method="post" action="${request.url}"><input name="wie"><button>Ja</button></form>`);
  }
  const accountId = new URLSearchParams(await text(request)).get("wie");
  return provider.interactionFinished(request, response, { login: { accountId } });
}).listen(port, "127.0.0.1", () => console.log("klaar"));
