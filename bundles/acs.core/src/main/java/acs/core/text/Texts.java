// SPDX-License-Identifier: Apache-2.0
package acs.core.text;

import static java.util.Objects.requireNonNull;

import acs.api.Language;
import acs.api.circulation.Note;
import acs.api.circulation.Outcome.Refused;
import acs.api.circulation.Refusal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The message catalogue: every text that a patron may read, in every language that has been translated.
 *
 * <p>A text that a language lacks is taken from a nearer relative of it ({@code fr-CA} from {@code fr}), and in the end
 * from the English catalogue, which is complete. Immutable and safe for use by many threads.
 */
public final class Texts {
    private static final Catalogue ENGLISH = Catalogue.read("texts.properties");
    private static final Texts STANDARD = new Texts(load());

    private final Map<Language, List<Catalogue>> catalogues;

    private Texts(Map<Language, List<Catalogue>> catalogues) {
        this.catalogues = catalogues;
    }

    /** The texts that come with the product. */
    public static Texts standard() {
        return STANDARD;
    }

    private static Map<Language, List<Catalogue>> load() {
        Map<Language, List<Catalogue>> loaded = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            List<Catalogue> nearestFirst = new ArrayList<>();
            Locale locale = language.locale();
            Catalogue.readIfThere("texts_" + locale + ".properties").ifPresent(nearestFirst::add);
            if (!locale.getCountry().isEmpty()) {
                Catalogue.readIfThere("texts_" + locale.getLanguage() + ".properties")
                        .ifPresent(nearestFirst::add);
            }
            nearestFirst.add(ENGLISH);
            loaded.put(language, List.copyOf(nearestFirst));
        }
        return loaded;
    }

    /** Whether the catalogue has a text of this key. */
    public boolean has(String key) {
        return ENGLISH.find(key).isPresent();
    }

    /**
     * The text of a key with its places filled. A key that no catalogue has is given back as it is: an implementation may
     * be newer than the catalogue.
     *
     * @param arguments dates and times are written as the language has it, amounts plainly, everything else as its text
     */
    public String of(Language language, String key, Object... arguments) {
        return of(language, key, List.of(arguments));
    }

    /** The line of a note. */
    public String of(Language language, Note note) {
        if (note instanceof Note.Message message) {
            return of(language, message.key(), message.arguments());
        }
        return ((Note.Text) note).text();
    }

    /** Why something was refused, without the notes that may come with it. */
    public String of(Language language, Refused<?> refused) {
        return of(language, key(refused.reason()), refused.arguments());
    }

    /** Why something was refused. */
    public String of(Language language, Refusal reason, Object... arguments) {
        return of(language, key(reason), List.of(arguments));
    }

    private String of(Language language, String key, List<Object> arguments) {
        requireNonNull(key, "key");
        for (Catalogue catalogue : catalogues.getOrDefault(language, List.of(ENGLISH))) {
            Template template = catalogue.find(key).orElse(null);
            if (template != null) {
                return template.fill(arguments, locale(language));
            }
        }
        return key;
    }

    private static String key(Refusal reason) {
        return "refusal." + reason.name();
    }

    /** How dates are written where no language is known. */
    private static Locale locale(Language language) {
        return language == Language.UNKNOWN ? Locale.ENGLISH : language.locale();
    }
}
