// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.Institution;
import acs.api.Language;
import acs.api.Settings;
import acs.api.circulation.Context;
import acs.api.circulation.Note;
import acs.api.circulation.Outcome.Refused;
import acs.api.circulation.Refusal;
import acs.core.text.Texts;
import acs.sip2.MessageType;
import acs.sip2.SipDate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/** How things are put to a patron: in their language, with dates and amounts as they know them. */
final class Wording {
    private final Texts texts;
    private final Language language;
    private final Institution institution;
    private final Settings settings;
    private final DateStyle dates;

    Wording(Texts texts, Context context) {
        this.texts = texts;
        this.language = context.language();
        this.institution = context.institution();
        this.settings = context.account().settings();
        this.dates = DateStyle.of(context.account(), language);
    }

    /** A text of the message catalogue. */
    String text(String key, Object... arguments) {
        return text(key, List.of(arguments));
    }

    String text(Note note) {
        return note instanceof Note.Message message
                ? text(message.key(), message.arguments())
                : ((Note.Text) note).text();
    }

    /** Why something was refused; messages differ in how they call the same thing. */
    String text(MessageType answer, Refused<?> refused) {
        List<Object> arguments = refused.arguments();
        if (refused.reason() == Refusal.FEE_NOT_ACCEPTED && arguments.isEmpty()) {
            arguments = List.of(refused.charge().amount());
        }
        String key = "refusal." + refused.reason();
        String particular = key + "." + answer.code();
        String text = text(texts.has(particular) ? particular : key, arguments);
        return tellsDebt(answer, refused)
                ? text + " - " + text("checkout.owed", price((BigDecimal) arguments.get(0)))
                : text;
    }

    /** An amount with the decimals of the currency and a point, without its sign. */
    String money(BigDecimal amount) {
        int decimals = Math.max(0, institution.currency().getDefaultFractionDigits());
        return amount.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    String day(LocalDate date) {
        return dates.day(date);
    }

    /** When something is due, for people. */
    String moment(ZonedDateTime at) {
        return dates.moment(at.withZoneSameInstant(institution.zone()));
    }

    /** When something is due, for machines: 18 characters on the institution's clocks. */
    String stamp(ZonedDateTime at) {
        return SipDate.of(at.withZoneSameInstant(institution.zone())).toString();
    }

    /** An amount as people see it in prices, with the sign of the currency. */
    String price(BigDecimal amount) {
        String sign = institution.currency().getSymbol(Locale.US);
        return (sign.length() > 1 ? sign + " " : sign) + money(amount);
    }

    private boolean tellsDebt(MessageType answer, Refused<?> refused) {
        return answer == MessageType.CHECKOUT_RESPONSE
                && refused.reason() == Refusal.PATRON_OWES
                && settings.isOn("show_outstanding_amount")
                && refused.arguments().size() == 1
                && refused.arguments().get(0) instanceof BigDecimal;
    }

    private String text(String key, List<Object> arguments) {
        return texts.of(language, key, arguments.stream().map(this::written).toArray());
    }

    private String written(Object argument) {
        if (argument instanceof BigDecimal amount) {
            return money(amount);
        }
        if (argument instanceof LocalDate date) {
            return dates.day(date);
        }
        if (argument instanceof LocalDateTime time) {
            return dates.day(time);
        }
        return argument instanceof ZonedDateTime at ? moment(at) : argument.toString();
    }
}
