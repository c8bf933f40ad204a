// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.Account;
import acs.api.Institution;
import acs.api.Language;
import acs.rules.SiteStyle;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Dates and amounts in a login's templates: by the preferences {@code dateformat} and {@code CurrencyFormat}. */
final class TemplateStyle implements SiteStyle {
    /** The form of a date as templates get it; what follows is a time. */
    private static final int DATE = "2026-01-15".length();

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** A few characters can be a number with a billion digits, which nobody is to write out. */
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,15})?");

    private final DateStyle dates;
    private final String currencyFormat;
    private final int decimals;

    TemplateStyle(Account account, Institution institution, Language language) {
        this.dates = DateStyle.of(account, language);
        this.currencyFormat = account.preferences().text("CurrencyFormat");
        this.decimals = Math.max(0, institution.currency().getDefaultFractionDigits());
    }

    @Override
    public String date(String value, String format, boolean withHours) {
        String text = value.strip();
        try {
            LocalDate date = LocalDate.parse(text.substring(0, Math.min(DATE, text.length())));
            String day = DateStyle.named(format).orElse(dates).day(date);
            return withHours && text.length() > DATE + 1
                    ? day + " " + TIME.format(LocalTime.parse(text.substring(DATE + 1)))
                    : day;
        } catch (DateTimeException noDate) {
            return value;
        }
    }

    @Override
    public String price(String value) {
        String text = value.strip();
        if (!AMOUNT.matcher(text).matches()) {
            return value;
        }
        BigDecimal amount = new BigDecimal(text).setScale(decimals, RoundingMode.HALF_UP);
        return new DecimalFormat("#,##0" + (decimals > 0 ? "." + "0".repeat(decimals) : ""), symbols()).format(amount);
    }

    private DecimalFormatSymbols symbols() {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(currencyFormat.equals("FR") ? ',' : '.');
        symbols.setGroupingSeparator(
                switch (currencyFormat) {
                    case "FR" -> ' ';
                    case "CH" -> '\'';
                    default -> ',';
                });
        return symbols;
    }
}
