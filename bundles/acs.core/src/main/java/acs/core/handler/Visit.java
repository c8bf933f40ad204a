// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static java.util.Objects.requireNonNull;

import acs.api.Account;
import acs.api.Dialect.PatronId;
import acs.api.Institution;
import acs.api.Language;
import acs.api.Policy;
import acs.api.Rights;
import acs.api.Rights.PersonalData;
import acs.api.circulation.Catalogue;
import acs.api.circulation.Circulation;
import acs.api.circulation.CirculationException;
import acs.api.circulation.Context;
import acs.api.circulation.Item;
import acs.api.circulation.Patron;
import acs.api.circulation.StoredTransactions;
import acs.core.text.Texts;
import acs.sip2.Field;
import acs.sip2.Fixed;
import acs.sip2.Message;
import acs.sip2.MessageType;
import acs.sip2.SipDate;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * One request of a terminal at the library's desk: who asks, whom they may ask, and in which language they are answered.
 *
 * <p>Made for one request and forgotten with it; for one thread.
 */
public final class Visit {
    private final Circulation library;
    private final PinCheck pins;
    private final Texts texts;
    private final int printWidth;
    private final Language asked;
    /** The PIN that came with the request; may be empty. */
    private final String secret;

    private Context context;
    private Optional<Patron> patron = Optional.empty();
    private boolean missed;

    /**
     * @param request what the terminal sent
     * @param now on the server's clock
     * @param library whom the institution is served by
     * @param spoken the language that the terminal asked for last, if it did since its last patron left
     * @param printWidth characters on a line of the terminal's printer; 0 = not known
     */
    public Visit(
            Message request,
            Institution institution,
            Account account,
            ZonedDateTime now,
            Circulation library,
            PinCheck pins,
            Texts texts,
            Language spoken,
            int printWidth) {
        this.library = requireNonNull(library, "library");
        this.pins = requireNonNull(pins, "pins");
        this.texts = requireNonNull(texts, "texts");
        this.printWidth = printWidth;
        this.secret = request.get(Field.AD);
        this.asked = request.type().has(Fixed.LANGUAGE) ? Language.of(request.get(Fixed.LANGUAGE)) : Language.UNKNOWN;
        this.context = new Context(
                institution,
                account,
                first(asked, spoken, institution.language()),
                now.withZoneSameInstant(institution.zone()));
    }

    public Institution institution() {
        return context.institution();
    }

    public Account account() {
        return context.account();
    }

    /** As the library sees it; its language is the patron's once they are found, if the request asked for none. */
    public Context context() {
        return context;
    }

    /** The moment of the request, on the institution's clocks. */
    public ZonedDateTime now() {
        return context.at();
    }

    /** Whether the implementation has the facet. */
    public boolean offers(Class<?> facet) {
        return facet.isInstance(library);
    }

    /**
     * Asks the library.
     *
     * @throws IllegalArgumentException if the implementation does not have the facet
     */
    public <F, T> T ask(Class<F> facet, Ask<F, T> ask) throws CirculationException {
        if (!offers(facet)) {
            throw new IllegalArgumentException("facet: " + facet.getSimpleName() + " (expected: one that is offered)");
        }
        return ask.of(facet.cast(library), context);
    }

    /**
     * Looks for the patron whom the request is about, by any id. An id without a visible character is nobody's, and
     * nobody is asked. A patron whom only a directory knows is created first, if they came with their PIN.
     */
    public Optional<Patron> findPatron(String id) throws CirculationException {
        if (!id.isBlank()) {
            patron = library.findPatron(context, id);
            if (patron.isEmpty() && !secret.isEmpty()) {
                pins.introduce(context, id, secret);
                patron = library.findPatron(context, id);
            }
            patron.ifPresent(this::speakWith);
            missed |= patron.isEmpty();
        }
        return patron;
    }

    /** Looks for the item whose id was scanned; an empty one is nothing's, and nobody is asked. */
    Optional<Item> findItem(String id) throws CirculationException {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Optional<Item> item = ask(Catalogue.class, (catalogue, asking) -> catalogue.findItem(asking, id));
        missed |= item.isEmpty();
        return item;
    }

    /** Whether an id was looked for that nobody has. */
    public boolean missed() {
        return missed;
    }

    /** The patron whom the request is about, once they are found. */
    public Optional<Patron> patron() {
        return patron;
    }

    /** Whether the PIN is the patron's; an empty one is as good as none. */
    public Pin pin(Patron patron, String sent) throws CirculationException {
        return sent.isEmpty() ? Pin.NOT_SENT : pins.check(context, patron, sent);
    }

    /** Whether what a terminal did while off-line is recorded. */
    public boolean mayStore() {
        return offers(StoredTransactions.class)
                && takesStored(institution().policy(), account().rights());
    }

    /** Whether a checkout of what the patron has already may renew it. */
    public boolean mayRenew() {
        Rights rights = account().rights();
        return institution().policy().renewal()
                && (rights.permits("11") || rights.permits("29") || rights.permits("65"));
    }

    /** Whether the terminal sees the patron's name. */
    public boolean showsName(Pin pin) {
        return switch (account().rights().personalData()) {
            case ALWAYS -> true;
            case AFTER_PIN -> pin == Pin.RIGHT;
            case NEVER -> false;
        };
    }

    /** Whether the terminal sees what else is personal: a PIN that was sent in vain hides it in any case. */
    public boolean showsPersonalData(Pin pin) {
        return showsName(pin) && (pin == Pin.RIGHT || pin == Pin.NOT_SENT);
    }

    /** Whether the terminal sees data of patrons at all. */
    public boolean showsPatrons() {
        return account().rights().personalData() != PersonalData.NEVER;
    }

    /** An answer with nothing in it but the date, if it has one. */
    public Message.Builder answer(MessageType type) {
        Message.Builder answer = Message.of(type);
        return type.has(Fixed.TRANSACTION_DATE) ? answer.with(Fixed.TRANSACTION_DATE, SipDate.of(now())) : answer;
    }

    /** What is sent back as patron identifier (AA), where this was sent. */
    public String echo(String sent) {
        return account().dialect().patronId() == PatronId.CARD
                ? patron.map(Patron::id).orElse(sent)
                : sent;
    }

    /** How to put things to the patron. */
    Wording wording() {
        return new Wording(texts, context);
    }

    /** How the login's templates write dates and amounts. */
    TemplateStyle templateStyle() {
        return new TemplateStyle(account(), institution(), context.language());
    }

    /** Characters on a line of the terminal's printer; 0 = not known. */
    public int printWidth() {
        return printWidth;
    }

    private static boolean takesStored(Policy policy, Rights rights) {
        return switch (rights.offline()) {
            case AS_POLICY -> policy.offline();
            case ALLOWED -> true;
            case DENIED -> false;
        };
    }

    private static Language first(Language asked, Language spoken, Language usual) {
        if (asked != Language.UNKNOWN) {
            return asked;
        }
        return spoken == Language.UNKNOWN ? usual : spoken;
    }

    private void speakWith(Patron found) {
        if (asked == Language.UNKNOWN && found.language() != Language.UNKNOWN) {
            context = new Context(institution(), account(), found.language(), now());
        }
    }
}
