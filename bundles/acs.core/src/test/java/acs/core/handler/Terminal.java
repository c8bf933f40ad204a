// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.Account;
import acs.api.Dialect;
import acs.api.Institution;
import acs.api.Language;
import acs.api.Policy;
import acs.api.Rights;
import acs.api.Rights.Offline;
import acs.api.Rights.PersonalData;
import acs.api.Secret;
import acs.api.Settings;
import acs.api.circulation.Circulation;
import acs.api.circulation.CirculationException;
import acs.api.circulation.Pins;
import acs.core.text.Texts;
import acs.sip2.Message;
import acs.sip2.Reading;
import acs.sip2.Wire;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A terminal that is logged in: lines go in and come out as on the wire, without trailer. For one thread. */
final class Terminal {
    private static final Wire WIRE = Wire.standard();

    private final Circulation library;
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, String> preferences = new HashMap<>();
    private String institution = "MAIN";
    private String greeting = "";
    private String currency = "USD";
    private Language language = Language.ENGLISH;
    private Language spoken = Language.UNKNOWN;
    private ZonedDateTime now = Fixtures.NOW;
    private Rights rights = Rights.all();
    private Policy policy = new Policy(true, true, true, true, false, 100, 3);
    private Dialect dialect = Dialect.standard();
    private int printWidth;
    private PinCheck pins = (context, patron, sent) -> check(context, patron.id(), sent);

    private Terminal(Circulation library) {
        this.library = library;
    }

    static Terminal at(Circulation library) {
        return new Terminal(library);
    }

    Terminal institution(String id, String greeted, ZonedDateTime time) {
        institution = id;
        greeting = greeted;
        now = time;
        return this;
    }

    Terminal currency(String code) {
        currency = code;
        return this;
    }

    Terminal language(Language spoken) {
        language = spoken;
        return this;
    }

    /** In the last request that had a language. */
    Terminal spoken(Language asked) {
        spoken = asked;
        return this;
    }

    Terminal setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    Terminal preference(String name, String value) {
        preferences.put(name, value);
        return this;
    }

    Terminal policy(boolean renewal, boolean statusUpdate, boolean offline) {
        policy = new Policy(true, true, renewal, statusUpdate, offline, 100, 3);
        return this;
    }

    Terminal messages(String... codes) {
        rights = new Rights(
                Set.of(codes), rights.offline(), rights.pinRequired(), rights.personalData(), rights.addresses());
        return this;
    }

    Terminal offline(Offline offline) {
        rights =
                new Rights(rights.messages(), offline, rights.pinRequired(), rights.personalData(), rights.addresses());
        return this;
    }

    Terminal pinRequired() {
        rights = new Rights(rights.messages(), rights.offline(), true, rights.personalData(), rights.addresses());
        return this;
    }

    Terminal personalData(PersonalData when) {
        rights = new Rights(rights.messages(), rights.offline(), rights.pinRequired(), when, rights.addresses());
        return this;
    }

    Terminal cardNumbers() {
        dialect = new Dialect(
                dialect.charset(),
                dialect.delimiter(),
                dialect.terminator(),
                dialect.errorDetection(),
                Dialect.PatronId.CARD);
        return this;
    }

    Terminal printer(int width) {
        printWidth = width;
        return this;
    }

    Terminal pins(PinCheck check) {
        pins = check;
        return this;
    }

    /** The answer to a line. */
    String send(String line) {
        try {
            return send(read(line));
        } catch (CirculationException noAnswer) {
            throw new AssertionError(noAnswer);
        }
    }

    /** The answer to a line, or that there is none. */
    String tryToSend(String line) throws CirculationException {
        return send(read(line));
    }

    Visit visit(Message request) {
        return new Visit(request, institution(), account(), now, library, pins, Texts.standard(), spoken, printWidth);
    }

    Account account() {
        return new Account(
                "sc01",
                Secret.none(),
                institution,
                "SC1",
                rights,
                dialect,
                Settings.of(settings),
                Settings.of(preferences));
    }

    /** The request that a line is. */
    static Message read(String line) {
        Reading reading = WIRE.read(line.getBytes(StandardCharsets.UTF_8));
        if (reading instanceof Reading.Understood understood) {
            return understood.message();
        }
        throw new AssertionError(line + ": " + reading);
    }

    private String send(Message request) throws CirculationException {
        Message answer = Handlers.standard().of(request.type()).orElseThrow().handle(request, visit(request));
        return new String(WIRE.write(FieldRules.of(account()).apply(answer)), StandardCharsets.UTF_8);
    }

    Institution institution() {
        return new Institution(
                institution,
                "Main Library",
                "MEMORY",
                ZoneId.of("America/New_York"),
                Currency.getInstance(currency),
                language,
                greeting,
                Settings.empty(),
                policy);
    }

    private Pin check(acs.api.circulation.Context context, String patron, String sent) throws CirculationException {
        if (!(library instanceof Pins known)) {
            return Pin.UNAVAILABLE;
        }
        return known.check(context, patron, sent.toCharArray()) == Pins.Check.RIGHT ? Pin.RIGHT : Pin.WRONG;
    }
}
