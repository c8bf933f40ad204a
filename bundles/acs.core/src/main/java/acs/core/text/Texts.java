// SPDX-License-Identifier: Apache-2.0
package acs.core.text;

import static java.util.Objects.requireNonNull;

import acs.api.Language;
import acs.api.circulation.Note;
import acs.api.circulation.Outcome.Refused;
import acs.api.circulation.Refusal;
import acs.api.status.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The message catalogue: every text that a patron may read, in every language that has been translated.
 *
 * <p>A text that a language lacks is taken from a nearer relative of it ({@code fr-CA} from {@code fr}), and in the end
 * from the English catalogue, which is complete. A site can override single texts by files in a folder of its own.
 *
 * <p>Safe for use by many threads.
 */
public final class Texts {
    private static final Catalogue ENGLISH = Catalogue.read("texts.properties");
    private static final Texts STANDARD = new Texts(new SiteTexts(Optional.empty(), ENGLISH));
    private static final long BETWEEN_LOOKS_NANOS = 500_000_000L;

    private final SiteTexts site;
    private final AtomicLong nextLook = new AtomicLong(System.nanoTime());
    private volatile Map<Language, List<Catalogue>> catalogues = Map.of();

    private Texts(SiteTexts site) {
        this.site = site;
        look();
    }

    /** The texts that come with the product. */
    public static Texts standard() {
        return STANDARD;
    }

    /**
     * The same with what a site has in {@code texts.properties} (English), {@code texts_de.properties} and so on in a
     * folder, which need not be there. A saved file takes effect within a second; a wrong line is a warning and changes
     * nothing.
     */
    public static Texts watching(Path folder) {
        return new Texts(new SiteTexts(Optional.of(folder), ENGLISH));
    }

    /** What is wrong with the files of such a folder: the same that a server warns of which watches it. */
    public static List<Problem> problems(Path folder) {
        return new SiteTexts(Optional.of(folder), ENGLISH).problems();
    }

    /** Reads the site's files again if they changed; one thread at a time, and not with every request. */
    private void look() {
        long due = nextLook.get();
        if (System.nanoTime() - due >= 0 && nextLook.compareAndSet(due, System.nanoTime() + BETWEEN_LOOKS_NANOS)) {
            site.news().ifPresent(overrides -> catalogues = load(overrides));
        }
    }

    /** @param site what the site has, by the names of the files */
    private static Map<Language, List<Catalogue>> load(Map<String, Catalogue> site) {
        Map<Language, List<Catalogue>> loaded = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            List<Catalogue> nearestFirst = new ArrayList<>();
            Locale locale = language.locale();
            add(nearestFirst, "texts_" + locale + ".properties", site);
            if (!locale.getCountry().isEmpty()) {
                add(nearestFirst, "texts_" + locale.getLanguage() + ".properties", site);
            }
            Optional.ofNullable(site.get("texts.properties")).ifPresent(nearestFirst::add);
            nearestFirst.add(ENGLISH);
            loaded.put(language, List.copyOf(nearestFirst));
        }
        return loaded;
    }

    private static void add(List<Catalogue> nearestFirst, String file, Map<String, Catalogue> site) {
        Optional.ofNullable(site.get(file)).ifPresent(nearestFirst::add);
        Catalogue.readIfThere(file).ifPresent(nearestFirst::add);
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
        look();
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
