// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import acs.api.auth.DirectoryEntry;
import acs.api.auth.Identification;
import acs.api.auth.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.apache.directory.api.ldap.codec.api.LdapApiService;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.apache.directory.api.ldap.model.name.Rdn;

/** One directory, and the way in which people prove there who they are. Safe for use by many threads. */
final class Directory implements AutoCloseable {
    /** More people of one name than these, and none of them is let in. */
    private static final int NAMESAKES = 5;

    private static final String PLACEHOLDER = "%s";

    private final LdapSettings settings;
    private final Links links;

    Directory(LdapSettings settings, LdapApiService codec) {
        this.settings = settings;
        this.links = new Links(settings, codec);
    }

    /** What it says of a name and a secret that is not empty. */
    Identification ask(String name, char[] secret, Steps steps) throws Outage {
        Duration patience = settings.connectTimeout().plus(settings.responseTimeout());
        Deadline deadline = Deadline.in(patience);
        return settings.byPrincipal()
                ? asPrincipal(name, secret, deadline, steps)
                : afterSearch(name, secret, deadline, steps);
    }

    /** People bind first, by a name that is made of theirs; that they are known is not known before. */
    private Identification asPrincipal(String name, char[] secret, Deadline deadline, Steps steps) throws Outage {
        String principal = principal(name);
        return links.with(Links.Use.BIND, deadline, steps, link -> {
            steps.say("bind as " + principal);
            Verdict verdict = verdict(link.bind(principal, Pass.bytes(secret), deadline), steps);
            if (verdict != Verdict.ACCEPT) {
                return Identification.of(Verdict.ABSTAIN);
            }
            if (!settings.update() && !settings.replicate()) {
                return Identification.of(Verdict.ACCEPT);
            }
            Link.Found found = search(link, name, deadline, steps);
            return found.persons().size() == 1 && !found.more()
                    ? accepted(found.persons().get(0))
                    : Identification.of(Verdict.ABSTAIN);
        });
    }

    /** People are looked for first, and then bind as whoever was found. */
    private Identification afterSearch(String name, char[] secret, Deadline deadline, Steps steps) throws Outage {
        Link.Found found = links.with(Links.Use.SEARCH, deadline, steps, link -> {
            if (!link.isBoundAs(settings.user())) {
                introduce(link, deadline, steps);
            }
            return search(link, name, deadline, steps);
        });
        if (found.persons().isEmpty() || found.more()) {
            steps.say(found.more() ? "more than " + NAMESAKES + " of that name: nobody is let in" : "no such name");
            return Identification.of(Verdict.ABSTAIN);
        }
        return links.with(Links.Use.BIND, deadline, steps, link -> {
            for (Person person : found.persons()) {
                steps.say("bind as " + person.dn());
                if (verdict(link.bind(person.dn(), Pass.bytes(secret), deadline), steps) == Verdict.ACCEPT) {
                    return accepted(person);
                }
            }
            return Identification.of(Verdict.REJECT);
        });
    }

    private void introduce(Link link, Deadline deadline, Steps steps) throws Outage {
        steps.say("bind as " + settings.user() + ", who looks for people");
        byte[] pass = Pass.resolve(settings.pass()).getBytes(StandardCharsets.UTF_8);
        if (pass.length == 0) {
            throw Outage.busy("pass: empty (expected: the password of user)");
        }
        ResultCodeEnum code = link.bind(settings.user(), pass, deadline);
        if (code != ResultCodeEnum.SUCCESS) {
            throw Outage.refusal("the directory does not accept user and pass", code);
        }
    }

    private Link.Found search(Link link, String name, Deadline deadline, Steps steps) throws Outage {
        String filter = Filters.equal(settings.mapping().userId(), name, settings.filter());
        steps.say("search " + filter + " below " + settings.base());
        String[] wanted = settings.mapping().attributes();
        Link.Found found = link.search(settings.base(), filter, wanted, NAMESAKES, deadline);
        steps.say(found.persons().size() + (found.more() ? " entries and more" : " found"));
        return found;
    }

    private Identification accepted(Person person) {
        DirectoryEntry.Pin pin = DirectoryEntry.Pin.KEEP;
        if (settings.mapping().hasPassword()) {
            pin = settings.updatePassword() ? DirectoryEntry.Pin.STORE : DirectoryEntry.Pin.REMOVE;
        }
        return Identification.of(settings.mapping().describe(person, settings.replicate(), settings.update(), pin));
    }

    /** What a bind came to; a directory that cannot tell at the moment did not say no. */
    private static Verdict verdict(ResultCodeEnum code, Steps steps) throws Outage {
        steps.say("answer: " + code.getMessage() + " (" + code.getResultCode() + ")");
        return switch (code) {
            case SUCCESS -> Verdict.ACCEPT;
            case BUSY,
                    UNAVAILABLE,
                    OPERATIONS_ERROR,
                    OTHER,
                    PROTOCOL_ERROR,
                    TIME_LIMIT_EXCEEDED,
                    ADMIN_LIMIT_EXCEEDED,
                    REFERRAL,
                    CONFIDENTIALITY_REQUIRED,
                    STRONG_AUTH_REQUIRED -> throw Outage.refusal("the directory does not check passwords", code);
            default -> Verdict.REJECT;
        };
    }

    private String principal(String name) {
        String format = settings.principal();
        if (!format.contains(PLACEHOLDER)) {
            return name;
        }
        boolean inDn = format.substring(0, format.indexOf(PLACEHOLDER)).contains("=");
        return format.replace(PLACEHOLDER, inDn ? Rdn.escapeValue(name) : name);
    }

    /** Why it is not asked at the moment; empty if it is. */
    Optional<String> trouble() {
        return Optional.of(links.trouble()).filter(text -> !text.isEmpty());
    }

    @Override
    public void close() {
        links.close();
    }
}
