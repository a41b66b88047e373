/** Students, the unit, the school, the channel and the authority act at random for a long time; what the service promises always holds. */
package org.tucai.journey.random;
