// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    private static final Entry LISTENER = entry(Kind.LISTENER, "6001/tcp", "timeout", 30);
    private static final Entry ACCOUNT = entry(Kind.ACCOUNT, "kiosk1", "messages", List.of("09", "11"));
    private static final Entry INSTITUTION = entry(Kind.INSTITUTION, "NORTH", "policy.checkin", true);

    @Test
    void findNothingToDoWhenNothingChanged() {
        List<Entry> all = List.of(LISTENER, ACCOUNT, INSTITUTION);

        assertThat(Differences.between(inForce(all), all).isEmpty()).isTrue();
    }

    @Test
    void addWhatIsReferredToBeforeWhatRefersToIt() {
        assertThat(Differences.between(Map.of(), List.of(LISTENER, ACCOUNT, INSTITUTION))
                        .added())
                .containsExactly(INSTITUTION, ACCOUNT, LISTENER);
    }

    @Test
    void removeWhatRefersBeforeWhatIsReferredTo() {
        assertThat(Differences.between(inForce(List.of(INSTITUTION, LISTENER, ACCOUNT)), List.of())
                        .removed())
                .containsExactly(LISTENER.key(), ACCOUNT.key(), INSTITUTION.key());
    }

    @Test
    void leaveAloneWhatDidNotChange() {
        Entry changed = entry(Kind.ACCOUNT, "kiosk1", "messages", List.of("11"));

        Differences differences =
                Differences.between(inForce(List.of(LISTENER, ACCOUNT)), List.of(LISTENER, changed, INSTITUTION));

        assertThat(differences.changed()).containsExactly(changed);
        assertThat(differences.added()).containsExactly(INSTITUTION);
        assertThat(differences.removed()).isEmpty();
    }

    @Test
    void noticeAPropertyThatIsGone() {
        Entry bare = new Entry(ACCOUNT.key(), 1, Map.of("id", "kiosk1"));

        assertThat(Differences.between(inForce(List.of(ACCOUNT)), List.of(bare)).changed())
                .containsExactly(bare);
    }

    @Test
    void doNotMindWhereInTheFileSomethingStands() {
        Entry moved = new Entry(ACCOUNT.key(), 99, ACCOUNT.properties());

        assertThat(Differences.between(inForce(List.of(ACCOUNT)), List.of(moved))
                        .isEmpty())
                .isTrue();
    }

    private static Entry entry(Kind kind, String id, String name, Object value) {
        return new Entry(new Key(kind, id), 1, new TreeMap<>(Map.of("id", id, name, value)));
    }

    private static Map<Key, Map<String, Object>> inForce(Collection<Entry> entries) {
        return entries.stream().collect(Collectors.toMap(Entry::key, Entry::properties));
    }
}
