// SPDX-License-Identifier: Apache-2.0
package acs.shell;

import acs.api.Account;
import acs.api.circulation.Diagnosis;
import acs.api.status.Accounts;
import acs.api.status.ConfigurationStatus;
import acs.api.status.InstitutionStatus;
import acs.api.status.Institutions;
import acs.api.status.ListenerStatus;
import acs.api.status.Problem;
import acs.api.transport.Conversation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The commands that look at a running server: {@code acs:listeners}, {@code acs:sessions} and so on. */
@Component(
        service = Commands.class,
        property = {
            "osgi.command.scope=acs",
            "osgi.command.function=listeners",
            "osgi.command.function=sessions",
            "osgi.command.function=institutions",
            "osgi.command.function=accounts",
            "osgi.command.function=why"
        })
public final class Commands {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final Institutions institutions;
    private final Accounts accounts;
    private final List<ListenerStatus> listeners;
    private final List<ConfigurationStatus> configurations;

    @Activate
    public Commands(
            @Reference Institutions institutions,
            @Reference Accounts accounts,
            @Reference(cardinality = ReferenceCardinality.MULTIPLE, policyOption = ReferencePolicyOption.GREEDY)
                    List<ListenerStatus> listeners,
            @Reference(cardinality = ReferenceCardinality.MULTIPLE, policyOption = ReferencePolicyOption.GREEDY)
                    List<ConfigurationStatus> configurations) {
        this.institutions = institutions;
        this.accounts = accounts;
        this.configurations = configurations;
        this.listeners = listeners.stream()
                .sorted(Comparator.comparing(status -> status.listener().id()))
                .toList();
    }

    /** The doors terminals come in by. */
    public String listeners(String... arguments) {
        Usage usage = new Usage("acs:listeners", "The doors that terminals come in by.");
        return usage.answer(arguments, 0, none -> {
            Table table = new Table("LISTENER", "TRANSPORT", "ADDRESS", "TLS", "SESSIONS", "STATE");
            for (ListenerStatus status : listeners) {
                table.row(
                        status.listener().id(),
                        status.listener().dialogue().label(),
                        status.address(),
                        status.secure() ? "yes" : "no",
                        status.conversations().size(),
                        status.problem().isEmpty() ? "listening" : status.problem());
            }
            return table.toString();
        });
    }

    /** The terminals that are connected. */
    public String sessions(String... arguments) {
        Usage usage = new Usage("acs:sessions", "The terminals that are connected.");
        return usage.answer(arguments, 0, none -> {
            Table table = new Table("SESSION", "ACCOUNT", "FROM", "LISTENER", "LOCATION", "SINCE", "IDLE", "REQUESTS");
            Instant now = Instant.now();
            listeners.stream()
                    .flatMap(status -> status.conversations().stream())
                    .sorted(Comparator.comparingLong(Conversation::id))
                    .forEach(session -> table.row(
                            session.id(),
                            session.isLoggedIn() ? session.account() : "-",
                            session.remote().getAddress().getHostAddress() + ":"
                                    + session.remote().getPort(),
                            session.listener().id(),
                            session.location().isEmpty() ? "-" : session.location(),
                            age(session.opened(), now),
                            age(session.lastRequest(), now),
                            session.requests()));
            return table.toString();
        });
    }

    /** What is served. */
    public String institutions(String... arguments) {
        Usage usage = new Usage("acs:institutions", "What is served, by which bundle, and how it is.");
        return usage.answer(arguments, 0, none -> {
            Table table = new Table("INSTITUTION", "IMPLEMENTATION", "STATE", "BUNDLE", "RUNNING", "LAST SWAP", "NAME");
            for (InstitutionStatus status : institutions.institutions()) {
                table.row(
                        status.institution().id(),
                        status.institution().implementation(),
                        state(status),
                        status.provider().isEmpty() ? "-" : status.provider(),
                        status.running(),
                        status.swaps().isEmpty()
                                ? "-"
                                : TIME.format(status.swaps().get(0).at()),
                        status.institution().name());
            }
            return table.toString();
        });
    }

    private static String state(InstitutionStatus status) {
        if (!status.served()) {
            return "waiting";
        }
        Diagnosis diagnosis = status.diagnosis();
        return switch (diagnosis.state()) {
            case OK -> diagnosis.detail().isEmpty() ? "ok" : "ok: " + diagnosis.detail();
            case DEGRADED -> "degraded: " + diagnosis.detail();
            case OFFLINE -> "off-line: " + diagnosis.detail();
        };
    }

    /** Who may log in. */
    public String accounts(String... arguments) {
        Usage usage = new Usage("acs:accounts", "Who may log in, and what they may send.");
        return usage.answer(arguments, 0, none -> {
            Table table = new Table("ACCOUNT", "INSTITUTION", "LOCATION", "PASSWORD", "MESSAGES", "FROM");
            for (Account account : accounts.accounts()) {
                table.row(
                        account.id(),
                        account.institution(),
                        account.location().isEmpty() ? "-" : account.location(),
                        account.password().isNone() ? "authenticators" : "set",
                        listed(account.rights().messages(), "all"),
                        listed(account.rights().addresses(), "anywhere"));
            }
            return table.toString();
        });
    }

    private static String listed(Set<String> values, String ifEmpty) {
        return values.isEmpty() ? ifEmpty : String.join(",", new TreeSet<>(values));
    }

    /** Why an institution is served or not. */
    public String why(String... arguments) {
        Usage usage = new Usage(
                "acs:why INSTITUTION", "Says in one sentence whether an institution is served, and if not, why.");
        return usage.answer(arguments, 1, given -> institutions.why(given.get(0)) + refused() + swaps(given.get(0)));
    }

    /** Who took over from whom, a line each. */
    private String swaps(String institution) {
        StringBuilder text = new StringBuilder();
        institutions.institutions().stream()
                .filter(status -> status.institution().id().equals(institution))
                .flatMap(status -> status.swaps().stream())
                .forEach(swap -> text.append(System.lineSeparator())
                        .append(TIME.format(swap.at()))
                        .append("  ")
                        .append(swap));
        return text.toString();
    }

    /** The first error of each file that is refused: what was saved is not what is served. */
    private String refused() {
        StringBuilder text = new StringBuilder();
        for (ConfigurationStatus configuration : configurations) {
            configuration.problems().stream()
                    .filter(Problem::isError)
                    .findFirst()
                    .ifPresent(
                            problem -> text.append(" A file is not in force: ").append(problem));
        }
        return text.toString();
    }

    private static String age(Instant since, Instant now) {
        Duration age = Duration.between(since, now);
        return age.toHours() > 0
                ? age.toHours() + "h" + age.toMinutesPart() + "m"
                : age.toMinutes() > 0 ? age.toMinutes() + "m" + age.toSecondsPart() + "s" : age.toSeconds() + "s";
    }
}
