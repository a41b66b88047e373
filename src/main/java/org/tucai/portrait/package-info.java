/**
 * The portrait engine: one picture in, a report with every rule of the photo standard out; a pure leaf that knows no
 * database, HTTP, clock or framework. Doors: {@link org.tucai.portrait.PortraitEngine}, {@link
 * org.tucai.portrait.Profiles}, {@link org.tucai.portrait.RuleTexts}.
 */
@NullMarked
package org.tucai.portrait;

import org.jspecify.annotations.NullMarked;
